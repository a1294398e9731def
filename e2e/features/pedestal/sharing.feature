Feature: Who may use a socket

  A socket belongs to the card whose credit it holds, until that credit is gone.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And a card "Red" with 50 kr
    And card "Blue" has loaded 30 kr onto socket 3

  @P-11 @DP-09
  Scenario: A socket with another card's credit is in use, and another one can be chosen directly
    When I put card "Red" in the holder
    And I press socket 3
    Then the screen is Busy
    And rule P-11 applied
    And rule DP-09 applied
    And the display shows "SOCKET 3 IN USE"
    And the display shows "Choose another socket"
    When I press socket 3
    Then the screen is Busy
    When I press socket 1
    Then the screen is OutletStatus
    And the display shows "SOCKET 1"
    And socket 3 holds 30 kr
    And card "Red" holds 50 kr

  @P-11 @DP-02
  Scenario Outline: Back and Enter lead from a socket in use to the choice of another
    When I put card "Red" in the holder
    And I press socket 3
    And I press <key>
    Then the screen is ServiceSelect
    And rule DP-02 applied
    And the display shows "Card 50.00 kr"

    Examples:
      | key   |
      | Back  |
      | Enter |


  @P-12 @P-25 @DP-09
  Scenario: A socket is available to its own card, and to everybody once its credit was taken back
    When I put card "Blue" in the holder
    And I press socket 3
    Then the screen is OutletStatus
    And rule P-12 applied
    And rule P-11 did not apply
    When I hold socket 3 down
    And 5 s pass
    And I let go of socket 3
    And I press Enter
    And 5 s pass
    And I take the card out
    And I put card "Red" in the holder
    And I press socket 3
    Then the screen is OutletStatus
    And rule P-12 applied
    And the display shows "Pedestal 0.00 kr"

  @DP-09
  Scenario: A socket of the same number at the next pedestal is another socket
    When I walk to pedestal 2
    And I put card "Red" in the holder
    And I press socket 3
    Then the screen is OutletStatus
    And the display shows "Pedestal 0.00 kr"

  @DP-26
  Scenario: One card may have credit on several sockets, and a session touches only its own
    When I put card "Blue" in the holder
    And I press socket 1
    Then rule DP-26 applied
    When I press socket 1, 2 times
    And I press Enter
    And 5 s pass
    And I take the card out
    Then socket 1 is on
    And socket 1 holds 20 kr
    And socket 3 is on
    And socket 3 holds 30 kr
    And card "Blue" holds 50 kr
    When I put card "Blue" in the holder
    And I press socket 3
    And I hold socket 3 down
    And 5 s pass
    And I let go of socket 3
    And I press Enter
    And 5 s pass
    Then card "Blue" holds 80 kr
    And socket 1 is on
    And socket 1 holds 20 kr
    And the ledger adds up

  @P-11 @DP-26
  Scenario: A setting allows each card one socket only
    Given the setting pedestal.one_socket_per_card is yes
    When I put card "Blue" in the holder
    And I press socket 1
    Then the screen is Busy
    And rule P-11 applied
    And rule DP-26 applied
    And the display shows "One socket per card"
    And the display shows "You have socket 3"
    When I press socket 3
    Then the screen is OutletStatus
    When I hold socket 3 down
    And 5 s pass
    And I let go of socket 3
    And I press Enter
    And 5 s pass
    And I take the card out
    And I put card "Blue" in the holder
    And I press socket 1
    Then the screen is OutletStatus

  @DP-26 @DP-34
  Scenario: A card that has two sockets when the setting changes can use both of them
    Given card "Blue" has loaded 10 kr onto socket 4
    And the setting pedestal.one_socket_per_card is yes
    When I put card "Blue" in the holder
    And I press socket 3
    Then the screen is OutletStatus
    When I press Back
    And I press socket 4
    Then the screen is OutletStatus
    When I press Back
    And I press socket 1
    Then the screen is Busy
