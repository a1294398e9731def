# language: en
Feature: A ride on 2026-11-20 15:45:42

  Saved from Kerb & Quay, core 0.2.0, card layout 1.
  Tariff: Kielce, price list of resolution XXXVII/679/2012 (historic training tariff); single tickets 3.00 zł and 1.50 zł.
  It begins on 2026-11-20 08:00:00, with these settings:

    validator.arm_ms = 5000
    validator.page_ms = 2000
    validator.message_min_ms = 0
    validator.detect_ms = 50
    validator.commit_ms = 250
    validator.confirm_ms = 400
    validator.tear_notice_ms = 5000
    validator.beep_on_ms = 120
    validator.beep_off_ms = 120
    validator.status_while_blocked = yes
    validator.same_stop_exit = no
    validator.limit = 5
    validator.pocket_wait_ms = 10000
    validator.pocket_run_ms = 3000
    validator.hotlist = yes
    validator.device_lang = pl
    bus.boot_ms = 0

  Scenario: A ride on 2026-11-20 15:45:42
    Given the buses as they open
    When the setting validator.page_ms is 1500
    Then the screen is Rest
    Then the lamp is off
    When the setting validator.arm_ms is 6000
    When it is 2026-11-20 15:42:10
    When I hold card "Anna" against the validator
    When 750 ms pass
    Then the screen is Taken
    Then the display shows "POBRANO 3,00 zł"
    Then the display shows "STAN 47,00 zł"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I press U
    Then the screen is ArmedReduced
    Then the display shows "ULGOWY 1,50zł"
    Then the display shows "ZBLIŻ KARTĘ"
    When I hold card "Anna" against the validator
    When 750 ms pass
    Then the screen is Taken
    Then the display shows "POBRANO 1,50 zł"
    Then the display shows "STAN 45,50 zł"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I press N
    Then the screen is ArmedNormal
    Then the display shows "NORMALNY 3,00zł"
    Then the display shows "ZBLIŻ KARTĘ"
    When I hold card "Anna" against the validator
    When 750 ms pass
    Then the screen is Taken
    Then the display shows "POBRANO 3,00 zł"
    Then the display shows "STAN 42,50 zł"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I hold card "Student" against the validator
    When 750 ms pass
    Then the screen is Taken
    Then the display shows "POBRANO 1,50 zł"
    Then the display shows "STAN 18,50 zł"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I hold card "Commuter" against the validator
    When 750 ms pass
    Then the screen is Period
    Then the display shows "BILET OKRESOWY"
    Then the display shows "WAŻNY 09-12-2026"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I hold card "Senior" against the validator
    When 750 ms pass
    Then the screen is Free
    Then the display shows "PRZEJAZD BEZPŁ."
    Then the display shows "WAŻNY 20-11-2027"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I press N
    Then the screen is ArmedNormal
    Then the display shows "NORMALNY 3,00zł"
    Then the display shows "ZBLIŻ KARTĘ"
    When I hold card "Bearer" against the validator
    When 750 ms pass
    Then the screen is Taken
    Then the display shows "POBRANO 3,00 zł"
    Then the display shows "STAN 57,00 zł"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I hold card "Almost empty" against the validator
    When 750 ms pass
    Then the screen is Refused
    Then the display shows "BRAK ŚRODKÓW"
    Then the display shows "STAN 2,99 zł"
    Then the lamp is on
    Then I hear 3 beeps
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I hold card "Expired" against the validator
    When 750 ms pass
    Then the screen is Refused
    Then the display shows "KARTA NIEWAŻNA"
    Then the lamp is on
    Then I hear 3 beeps
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I hold card "Blocked" against the validator
    When 750 ms pass
    Then the screen is Refused
    Then the display shows "KARTA ZASTRZEŻ."
    Then the lamp is on
    Then I hear 3 beeps
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I hold card "Gym card" against the validator
    When 750 ms pass
    When I take the card away
    When I hold card "Broken" against the validator
    When 750 ms pass
    When I take the card away
    When I hold card "Controller" against the validator
    When 750 ms pass
    Then the screen is Blocking
    Then the display shows "ZABLOKOWANY"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Blocked
    When I hold card "Controller" against the validator
    When 750 ms pass
    Then the screen is Blocking
    Then the display shows "ODBLOKOWANY"
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When the bus goes to the next stop
    When the bus goes to the next stop
    When the bus goes to the next stop
    When I hold card "Anna" against the validator
    When 2400 ms pass
    Then the screen is Exit
    Then the display shows "ZWROT 1,75 zł"
    Then the display shows "STAN 44,25 zł"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I stand at the new validator of bus 1
    When I hold card "Last month" against the validator
    When 300 ms pass
    Then the screen is Writing
    When I take the card away
    Then the screen is CheckOperation
    Then the lamp is on
    Then I hear 3 beeps
    When I touch Check
    Then the screen is ArmedCheck
    When I hold card "Last month" against the validator
    When 3300 ms pass
    Then the screen is Page
    Then I hear 2 beeps
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I order a top-up of 30.00 zł for card "Anna"
    When I order a reduced period ticket of 30 days from 2026-11-23 for card "Student"
    When I touch Top-up
    Then the screen is TopUpWait
    When I put card "Web shopper" in the pocket
    When 3050 ms pass
    Then the screen is Orders
    Then the lamp is on
    Then I hear 1 beep
    When I take the card out of the pocket
    Then the screen is Rest
    When I hold card "Web shopper" against the validator
    When 750 ms pass
    Then the screen is Period
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I touch Normal
    Then the screen is ArmedNormal
    When I hold card "Next month" against the validator
    When 750 ms pass
    Then the screen is Taken
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When the service point sells a normal card "New one" with 30.00 zł
    When the service point loads 20.00 zł onto card "Almost empty"
    When card "New one" gets a normal period ticket from 2026-12-01 to 2026-12-30
    When card "New one" gets an entitlement to reduced travel until 2027-01-31
    When card "Bearer" is set to reduced fare
    When card "Next month" is made valid from 2026-11-01 to 2027-10-31
    When the service point reads card "New one"
    When I report card "Former student" lost
    When I hold card "Former student" against the validator
    When 750 ms pass
    Then the screen is Refused
    Then the lamp is on
    Then I hear 3 beeps
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I report card "Reported lost" found
    When I order a top-up of 25.00 zł for card "Commuter"
    When the driver blocks the validators
    Then the screen is Blocked
    Then the lamp is on
    When I hold card "New one" against the validator
    When 750 ms pass
    Then the screen is Refused
    Then I hear 3 beeps
    When I take the card away
    Then the screen is Blocked
    When the driver unblocks the validators
    Then the screen is Rest
    Then the lamp is off
    When I hold card "New one" against the validator
    When 750 ms pass
    Then the screen is Taken
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When the inspector checks card "New one"
    When I stand at the new validator of bus 2
    When a single normal ticket costs 3.40 zł
    When I hold card "New one" against the validator
    When 750 ms pass
    Then the screen is Taken
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When the bus goes to the next stop
    When the bus goes to the next stop
    When I stand at the old validator of bus 2
    When I hold card "New one" against the validator
    When 750 ms pass
    Then the screen is Exit
    Then the display shows "ZWROT 0,90 zł"
    Then the display shows "STAN 24,50 zł"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When the run ends
    Then the screen is OutOfService
    Then the display shows "NIECZYNNY"
    When the next run begins
    Then the screen is Rest
    When I hold card "Bearer" against the validator
    When 750 ms pass
    Then the screen is Taken
    Then the display shows "POBRANO 1,50 zł"
    Then the display shows "STAN 55,50 zł"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When I rename card "Period only" to "Just a period"
    When I punch a hole in card "Gym card"
    When I lose card "Other city"
    When I throw card "Broken" away
    When the power fails
    Then the screen is dark
    When 120 s pass
    When the power is back
    Then the screen is Rest
    When 5 s pass
    When the bus goes to the next stop
    When I press U
    Then the screen is ArmedReduced
    Then the display shows "ULGOWY 1,50zł"
    Then the display shows "ZBLIŻ KARTĘ"
    When I hold card "Bearer" against the validator
    When 750 ms pass
    Then the screen is Taken
    Then the display shows "POBRANO 1,50 zł"
    Then the display shows "STAN 54,00 zł"
    Then the lamp is on
    Then I hear 1 beep
    When I take the card away
    Then the screen is Rest
    Then the lamp is off
    When the inspector checks card "Bearer"
    When I stand at the old validator of bus 1
    When the driver blocks the validators
    Then the screen is Blocked
    Then the lamp is on
    When I stand at the new validator of bus 1
    When 60 s pass
    When the setting validator.limit is 3
    When the setting validator.device_lang is en
    When I hold card "Commuter" against the validator
    When 700 ms pass
    Then the screen is Refused
    Then I hear 3 beeps
    Then card "Anna" holds 44.25 zł
    Then card "Student" holds 18.50 zł
    Then card "Former student" holds 20.00 zł
    Then card "Senior" holds 10.00 zł
    Then card "Bearer" holds 54.00 zł
    Then card "Commuter" holds 20.00 zł
    Then card "Last month" holds 17.00 zł
    Then card "Next month" holds 17.00 zł
    Then card "Almost empty" holds 22.99 zł
    Then card "Expired" holds 30.00 zł
    Then card "Reported lost" holds 30.00 zł
    Then card "Blocked" holds 15.00 zł
    Then card "Web shopper" holds 32.00 zł
    Then card "Other city" holds 40.00 zł
    Then card "New one" holds 24.50 zł
    Then the ledger adds up
