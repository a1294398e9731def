# language: en
Feature: A ride on 2026-11-20 08:00:02

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

  Scenario: A ride on 2026-11-20 08:00:02
    Given a bus and an empty wallet
    When a normal card "Anna" with 20.00 zł
    Then the screen is Rest
    Then the lamp is off
    When a reduced card "Ola" with 12.00 zł
    When I hold card "Anna" against the validator
    When 300 ms pass
    Then the screen is Writing
    Then the display shows "Czekaj"
    When I take the card away
    Then the screen is CheckOperation
    Then the display shows "Sprawdź operację"
    Then the lamp is on
    Then I hear 3 beeps
    When 1 s pass
    When the power fails
    Then the screen is dark
    Then the lamp is off
    When the power is back
    Then the screen is Rest
    When 1500 ms pass
    Then card "Anna" holds 17.00 zł
    Then card "Ola" holds 12.00 zł
    Then the ledger adds up
