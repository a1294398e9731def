Feature: Boarding

  @K-07
  Scenario Outline: A plain tap takes the fare and says so with one beep
    Given a bus and an empty wallet
    And a normal card "Anna" with 20 zł
    And I stand at the <face> validator
    When I hold card "Anna" against the validator
    And 400 ms pass
    Then the screen is Taken
    And I hear 1 beep
    And the display shows "POBRANO 3,00 zł"
    And card "Anna" holds 17 zł
    And the ledger has 3 zł in Advances
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |
