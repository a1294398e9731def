@kept @saved @cards
Feature: Golden sessions of the buses

  A long day: both types of validator, both buses, tickets, companions, exits, the side pocket, period tickets, a block,
  a lost card, the web shop, the service point, the inspector, another tariff, a power cut.

  Scenario: day
    Given the buses as they open
    And the setting validator.page_ms is 1500
    And the setting validator.arm_ms is 6000
    And it is 2026-11-20 15:42:10
    When I tap card "Anna"
    And I choose Reduced
    And I tap card "Anna"
    And I choose Normal
    And I tap card "Anna"
    Then card "Anna" carries 2 normal and 1 reduced tickets
    When I tap card "Student"
    And I tap card "Commuter"
    And I tap card "Senior"
    And I choose Normal
    And I tap card "Bearer"
    And I tap card "Almost empty"
    And I tap card "Expired"
    And I tap card "Blocked"
    And I tap card "Gym card"
    And I tap card "Broken"
    And I tap card "Controller"
    Then the screen is Blocked
    When I tap card "Controller"
    And the bus goes to stop 4
    And I hold card "Anna" against the validator
    And 400 ms pass
    Then the screen is Exit
    When 2 s pass
    And I take the card away

    # The new type: a card that leaves too early, the check, the pocket.
    When I stand at the new validator
    And I hold card "Last month" against the validator for 300 ms
    Then the screen is CheckOperation
    When I choose Check
    And I hold card "Last month" against the validator
    And 3300 ms pass
    And I take the card away
    And I order a top-up of 30 zł for card "Anna"
    And I order a reduced period ticket of 30 days from 2026-11-23 for card "Student"
    And I choose Top-up
    And I put card "Web shopper" in the pocket
    And 3050 ms pass
    Then the screen is Orders
    When I take the card out of the pocket
    And I tap card "Web shopper"
    And I choose Normal
    And I tap card "Next month"

    # The service point, a lost card, a block.
    When the service point sells a normal card "New one" with 30 zł
    And the service point loads 20 zł onto card "Almost empty"
    And card "New one" gets a normal period ticket from 2026-12-01 to 2026-12-30
    And card "New one" gets an entitlement to reduced travel until 2027-01-31
    And card "Bearer" is set to reduced fare
    And card "Next month" is made valid from 2026-11-01 to 2027-10-31
    And the service point reads card "New one"
    Then that is accepted
    When I report card "Former student" lost
    And I tap card "Former student"
    And I report card "Reported lost" found
    And I order a top-up of 25 zł for card "Commuter"
    And the driver blocks the validators
    And I tap card "New one"
    And the driver unblocks the validators
    And I tap card "New one"
    And the inspector checks card "New one"
    Then that is accepted

    # The other bus, another tariff, the next run, a power cut.
    When I board bus 2
    And a single normal ticket costs 3.40 zł
    And I tap card "New one"
    And the bus goes to stop 3
    And I stand at the old validator
    And I tap card "New one"
    And the run ends
    And the next run begins
    And I tap card "Bearer"
    And I rename card "Period only" to "Just a period"
    And I punch a hole in card "Gym card"
    And I lose card "Other city"
    And I throw card "Broken" away
    And the power fails
    And 2 min pass
    And the power is back
    And 5 s pass
    And the bus goes to stop 2
    And I choose Reduced
    And I tap card "Bearer"
    And the inspector checks card "Bearer"
    And I board bus 1
    And the driver blocks the validators
    And I stand at the new validator
    And 1 min pass
    And the setting validator.limit is 3
    And the setting validator.device_lang is en
    And I hold card "Commuter" against the validator
    And 700 ms pass
    Then the screen is Refused
    And the ledger adds up
