@kept
Feature: Golden sessions of the buses, kept in the middle of something

  Background:
    Given a bus and an empty wallet
    And a normal card "Anna" with 20 zł
    And a reduced card "Ola" with 12 zł

  @cards @reopened
  Scenario: torn-write
    When I hold card "Anna" against the validator
    And 150 ms pass
    Then the screen is Writing

  @cards @reopened
  Scenario: gone-before-confirmation
    When I hold card "Anna" against the validator for 300 ms
    And 1 s pass
    Then the screen is CheckOperation

  @cards
  Scenario: in-the-pocket
    When I stand at the new validator
    And I order a top-up of 30 zł for card "Ola"
    And I choose Top-up
    And I put card "Ola" in the pocket
    And 1550 ms pass
    Then the screen is TopUpRun

  Scenario: without-power
    When I tap card "Ola"
    And the driver blocks the validators
    And I hold card "Anna" against the validator
    And the power fails
    And 10 s pass
    Then the screen is dark
    And the ledger adds up
