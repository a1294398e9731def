Feature: Loading credit onto a socket

  Ten crowns a press, staged until a short pause; then the update moves card and socket together and the socket
  switches on.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr

  @P-14 @P-16 @P-17 @P-22 @P-23 @DP-12 @DP-20
  Scenario: Four presses and a short pause load forty crowns and switch the socket on
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 4 times
    Then rule P-14 applied
    And rule DP-12 applied
    And the display shows "Load +40.00 kr"
    When 3 s pass
    Then the screen is Updating
    And rule P-16 applied
    And rule P-17 applied
    And the display shows "UPDATING"
    And the display shows "Do not remove card!"
    And the display shows "Card > Socket 2"
    And the bar is at 0 of 50
    When 2500 ms pass
    Then the bar is at 25 of 50
    When 2499 ms pass
    Then the screen is Updating
    And the bar is at 49 of 50
    And socket 2 is off
    And socket 2 holds 0 kr
    When 1 ms pass
    Then the screen is RemoveCard
    And rule P-22 applied
    And rule P-23 applied
    And rule DP-20 applied
    And the display shows "REMOVE CARD"
    And the display shows "Update complete"
    And the display shows "Socket 2 40.00 kr"
    And the display shows "Card 60.00 kr"
    And socket 2 is on
    And socket 2 holds 40 kr
    When I take the card out
    Then the screen is Welcome
    And card "Blue" is valid
    And card "Blue" holds 60 kr
    And socket 1 is off
    And socket 3 is off
    And socket 4 is off
    And the ledger has 60 kr in Cards
    And the ledger has 40 kr in Sockets
    And the ledger adds up


  @P-14 @DP-11 @DP-12
  Scenario: A press counts when the button is let go, and moves nothing before the update has ended
    When I put card "Blue" in the holder
    And I press socket 2
    And I hold socket 2 down
    Then the display shows "2: +10.00 kr"
    When 500 ms pass
    And I let go of socket 2
    Then rule DP-11 applied
    And the display shows "Load +10.00 kr"
    When I press socket 2, 4 times
    Then the display shows "Load +50.00 kr"
    And card "Blue" holds 100 kr
    And the ledger has 0 kr in Sockets
    When I press Enter
    And 4999 ms pass
    Then socket 2 holds 0 kr
    And the ledger has 100 kr in Cards
    When 1 ms pass
    Then card "Blue" holds 50 kr
    And socket 2 holds 50 kr
    And the ledger has 50 kr in Cards


  @P-14 @DP-12
  Scenario: Presses beyond what the card holds are refused and change nothing
    Given a card "Small" with 25 kr
    When I put card "Small" in the holder
    And I press socket 2
    And I press socket 2, 2 times
    Then the display does not show "Not enough on card"
    When 2 s pass
    And I press socket 2
    Then the display shows "Not enough on card"
    And the display shows "Load +20.00 kr"
    And rule DP-12 applied
    When 2999 ms pass
    Then the screen is OutletStatus
    When 1 ms pass
    Then the screen is Updating
    When 5 s pass
    Then card "Small" holds 5 kr
    And socket 2 holds 20 kr
    And the ledger adds up

  @P-14 @DP-12
  Scenario Outline: A press needs the whole step on the card
    Given a card "Small" with <balance> kr
    When I put card "Small" in the holder
    And I press socket 2
    And I press socket 2
    Then the display shows "<words>"
    When 3 s pass
    Then the screen is <screen>

    Examples:
      | balance | words              | screen       |
      | 10      | Load +10.00 kr     | Updating     |
      | 9.99    | Not enough on card | OutletStatus |
      | 0       | Not enough on card | OutletStatus |


  @P-17 @DP-06 @DP-22
  Scenario: No button interferes with the update
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2
    And I press Enter
    And 1 s pass
    And I press Back
    And I press Enter
    And I press socket 2, 3 times
    And I press socket 1
    Then the screen is Updating
    And rule P-26 did not apply
    When I hold socket 2 down
    And 3999 ms pass
    Then the screen is Updating
    When 1 ms pass
    Then the screen is RemoveCard
    And socket 2 holds 10 kr
    When 10 s pass
    And I let go of socket 2
    Then the screen is RemoveCard
    And card "Blue" holds 90 kr

  @P-22 @DP-06
  Scenario: The request to remove the card stays until the card is removed
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2
    And I press Enter
    And 5 s pass
    Then the screen is RemoveCard
    When I press Back
    And I press Enter
    And I press socket 2
    And I press socket 3
    And 1 h pass
    Then the screen is RemoveCard
    And socket 2 holds 10 kr
    When I take the card out
    Then the screen is Welcome
    And rule P-08 applied

  @P-22 @DP-06 @DP-07
  Scenario: A setting lets the request to remove the card time out
    Given the setting pedestal.remove_prompt_timeout_ms is 10000
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2
    And I press Enter
    And 15 s pass
    Then the screen is RemoveCard
    When 1 ms pass
    Then the screen is Welcome
    And rule DP-06 applied
    When I press Enter
    Then the screen is ServiceSelect
    And the display shows "Card 90.00 kr"

  @P-07 @DP-08
  Scenario: Another socket's button moves nothing and restarts the five seconds and the short pause
    When I put card "Blue" in the holder
    And I press socket 2
    And 5 s pass
    And I press socket 3
    Then the screen is OutletStatus
    And the display shows "SOCKET 2"
    When 5 s pass
    Then the screen is OutletStatus
    When 1 ms pass
    Then the screen is ServiceSelect
    When I press socket 2
    And I press socket 2
    And 2999 ms pass
    And I press socket 3
    Then the screen is OutletStatus
    And rule DP-08 applied
    And the display shows "SOCKET 2"
    And the display shows "Load +10.00 kr"
    When 2999 ms pass
    Then the screen is OutletStatus
    When 1 ms pass
    Then the screen is Updating
    When 5 s pass
    Then socket 2 holds 10 kr
    And socket 3 holds 0 kr
    And socket 3 is off
