Feature: Checking the credit without a card

  At any time the selection button alone shows what is left on a socket.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And card "Blue" has loaded 30 kr onto socket 2

  @P-26 @DP-22
  Scenario: The button of a socket shows its credit without a card
    When I press socket 2
    Then the screen is CreditCheck
    And rule P-26 applied
    And rule DP-22 applied
    And the display shows "SOCKET 2"
    And the display shows "Credit 30.00 kr"
    And the display shows "Energy 15.000 kWh"
    And the display does not show "The socket is free"

  @P-26 @DP-22
  Scenario: A free socket shows that it holds nothing
    When I press socket 1
    Then the screen is CreditCheck
    And the display shows "SOCKET 1"
    And the display shows "Credit 0.00 kr"
    And the display shows "The socket is free"

  @P-26 @DP-22
  Scenario: The check goes on to another socket, and ends with Back or with a card
    When I press socket 1
    And 4 s pass
    And I press socket 2
    Then the display shows "Credit 30.00 kr"
    When 5000 ms pass
    Then the screen is CreditCheck
    When I press Back
    Then the screen is Welcome
    When I press socket 2
    And I put card "Blue" in the holder
    Then the screen is ServiceSelect
    When I press socket 2
    Then the screen is OutletStatus
    And rule P-26 did not apply

  @P-26 @P-24
  Scenario: The check shows what has been used up to this moment
    When I plug the boat into socket 2
    And I switch the fridge of the boat at socket 2 off
    And I press socket 2
    And I hold Enter down
    And 36 s pass
    Then the display shows "Credit 29.99 kr"
    And the display shows "Energy 14.995 kWh"
    When 7200 ms pass
    Then the display shows "Credit 29.98 kr"
    And the display shows "Energy 14.994 kWh"

  @P-26 @DP-23
  Scenario: A card that is not served does not stand in the way of a check
    Given a foreign card "Gym" with 0 kr
    When I put card "Gym" in the holder
    And 5001 ms pass
    And I press socket 2
    Then the screen is CreditCheck
    And rule P-26 applied
    And the display shows "Credit 30.00 kr"
