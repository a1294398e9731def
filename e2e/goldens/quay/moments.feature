@kept
Feature: Golden sessions of the quay, kept in the middle of something

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And a card "Red" with 50 kr
    And card "Blue" has loaded 30 kr onto socket 2
    And I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 2 times
    And I press Enter

  @cards @reopened
  Scenario: torn-mark
    When 150 ms pass
    Then the screen is Updating

  @cards @reopened
  Scenario: torn-last-write
    When 4750 ms pass
    Then the screen is Updating

  Scenario: waiting-for-its-card
    When 2 s pass
    And I take the card out
    And 30 s pass
    Then the screen is Interrupted

  Scenario: without-power
    When 4960 ms pass
    And the power fails
    And I take the card out
    And 10 s pass
    Then the screen is dark
    And the ledger adds up
