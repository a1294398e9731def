@flash
Feature: Golden flash images

  What the three boards keep over a power cut. The session of the validator with keys is so long that every page of the
  flash has been used, and half of them have been erased and used again. With a tag such as @cut-2 the power goes after
  two operations of the flash during the last step: in the middle of a value that is stored, or between an operation and
  its end.

  Scenario: pedestal
    Given the marina as it opens
    When I put card "My card" in the holder
    And I press socket 2
    And I press socket 2, 6 times
    And I press Enter
    And 5 s pass
    And I take the card out
    And I put card "Guest card" in the holder
    And I press socket 3
    And I press socket 3, 4 times
    And I press Enter
    And 4950 ms pass
    And I take the card out
    And 61 s pass
    And I plug the boat into socket 2
    And I switch the heater of the boat at socket 2 on
    And 25 min pass
    And the setting pedestal.step_ore is 500
    And the setting ui.device_lang is nb
    And I put card "My card" in the holder
    And I press socket 1
    And I press socket 1, 2 times
    And I press Enter
    And 2 s pass
    And I take the card out
    Then the screen is Interrupted

  @cut-1
  Scenario: pedestal-torn
    Given the marina as it opens
    And the setting pedestal.step_ore is 500
    When I put card "My card" in the holder
    And I press socket 2
    And I press socket 2, 6 times
    And I press Enter
    And 5 s pass
    And I take the card out
    And I put card "My card" in the holder
    And I press socket 4
    And I press socket 4, 3 times
    Then the screen is OutletStatus
    When I press Enter

  Scenario: validator
    Given the buses as they open
    And the setting validator.page_ms is 1500
    And the service point loads 200 zł onto card "Anna"
    And the service point loads 200 zł onto card "Student"
    And the service point loads 100 zł onto card "Bearer"
    And I report card "Senior" lost
    When I tap card "Anna"
    And I tap card "Student"
    And I choose Reduced
    And I tap card "Bearer"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And I choose Reduced
    And I tap card "Bearer"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And I choose Reduced
    And I tap card "Bearer"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And I choose Reduced
    And I tap card "Bearer"
    And the bus goes to the next stop
    And the run ends
    And the next run begins
    When I tap card "Anna"
    And I tap card "Student"
    And I choose Reduced
    And I tap card "Bearer"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And I choose Reduced
    And I tap card "Bearer"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And I choose Reduced
    And I tap card "Bearer"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And the bus goes to the next stop
    When I tap card "Anna"
    And I tap card "Student"
    And I choose Reduced
    And I tap card "Bearer"
    And the bus goes to the next stop
    And the run ends
    And the next run begins
    When I hold card "Commuter" against the validator for 300 ms
    And 6 s pass
    And I order a top-up of 30 zł for card "Commuter"
    And the driver blocks the validators
    Then the screen is Blocked

  @cut-1
  Scenario: validator-torn
    Given the buses as they open
    When I tap card "Anna"
    And I choose Reduced
    And I tap card "Anna"
    Then the screen is Rest
    When I hold card "Student" against the validator for 300 ms

  @cut-3
  Scenario: validator-open
    Given the buses as they open
    When I tap card "Anna"
    Then the screen is Rest
    When I hold card "Student" against the validator for 300 ms

  Scenario: validator-touch
    Given the buses as they open
    And I stand at the new validator
    And a single normal ticket costs 3.40 zł
    And the setting validator.limit is 3
    When I tap card "Anna"
    And I choose Reduced
    And I tap card "Anna"
    And I choose Top-up
    And I put card "Web shopper" in the pocket
    And 3050 ms pass
    And I take the card out of the pocket
    And I tap card "Commuter"
    And the bus goes to stop 3
    And I tap card "Anna"
    And I hold card "Student" against the validator for 300 ms
    And 6 s pass
    Then the screen is Rest
    And the ledger adds up
