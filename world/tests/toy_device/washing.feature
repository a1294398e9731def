Feature: A washing machine takes the price from a card

  Scenario: A wash is paid for and runs
    Given the laundry with an empty wallet
    And a guest card "Anna" with 100 kr
    When I put card "Anna" in the reader
    And 100 ms pass
    Then the screen is Ready
    And the display shows "Press Start"
    When I press Start
    Then the screen is Paying
    When 400 ms pass
    Then the screen is Washing
    And the drum is turning
    And card "Anna" holds 70.00 kr
    And the ledger has 30.00 kr in Washed
    And rule P-09 applied
    When 40 min pass
    Then the screen is Ready
    And the ledger adds up

  Scenario: A card with too little on it starts nothing
    Given the laundry with an empty wallet
    And a guest card "Bo" with 20 kr
    When I put card "Bo" in the reader
    And 100 ms pass
    And I press Start
    Then the screen is Ready
    And card "Bo" holds 20.00 kr

  Scenario: What people do with cards works as at every site
    Given the laundry as it opens
    When I rename card "Anna" to "Hanna"
    Then there is no card "Anna"
    When I lose card "Hanna"
    Then card "Hanna" is lost
    And the ledger has 100.00 kr in Lost
    When the setting laundry.price_ore is 1
    Then that is refused: "laundry.price_ore cannot be 1"
    When the power fails
    Then the screen is dark
    And the ledger adds up
