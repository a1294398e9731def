Feature: Taking all credit back to the card

  The selection button held for five seconds returns the whole credit of that socket, and the socket switches off.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And card "Blue" has loaded 30 kr onto socket 2
    And I put card "Blue" in the holder
    And I press socket 2

  @P-15 @P-16 @P-22 @P-25 @DP-13 @DP-20
  Scenario: Holding the button takes everything back and switches the socket off
    When I hold socket 2 down
    And 5 s pass
    Then rule P-15 applied
    And the display shows "All back to the card"
    And socket 2 is on
    When I let go of socket 2
    And 2999 ms pass
    Then the screen is OutletStatus
    And socket 2 is on
    When 1 ms pass
    Then the screen is Updating
    And rule P-16 applied
    And rule DP-20 applied
    And the display shows "Socket 2 > Card"
    And socket 2 is off
    When 4999 ms pass
    Then the screen is Updating
    When 1 ms pass
    Then the screen is RemoveCard
    And rule P-25 applied
    And rule DP-13 applied
    And the display shows "Socket 2 0.00 kr"
    And the display shows "Card 100.00 kr"
    And socket 2 is off
    And socket 2 holds 0 kr
    When I take the card out
    Then card "Blue" holds 100 kr
    And card "Blue" is valid
    And the ledger has 100 kr in Cards
    And the ledger has 0 kr in Sockets
    And the ledger adds up

  @P-14 @P-15 @DP-11
  Scenario Outline: A button is held from five seconds on, and pressed before
    When I hold socket 2 down
    And <held> pass
    And I let go of socket 2
    Then the display shows "<words>"
    When 8 s pass
    Then card "Blue" holds <card> kr
    And socket 2 holds <socket> kr
    And socket 2 is <power>

    Examples:
      | held    | words                | card | socket | power |
      | 1 ms    | Load +10.00 kr       | 60   | 40     | on    |
      | 4999 ms | Load +10.00 kr       | 60   | 40     | on    |
      | 5000 ms | All back to the card | 100  | 0      | off   |
      | 5001 ms | All back to the card | 100  | 0      | off   |

  @P-15 @DP-05 @DP-11
  Scenario: The release after a hold is ignored, and the short pause begins with it
    When I hold socket 2 down
    And 20 s pass
    Then the screen is OutletStatus
    And the display shows "All back to the card"
    When I let go of socket 2
    Then the display shows "All back to the card"
    And rule P-14 did not apply
    When 2999 ms pass
    Then the screen is OutletStatus
    When 1 ms pass
    Then the screen is Updating

  @P-15 @DP-11
  Scenario: A hold shows its progress from one second on
    When I hold socket 2 down
    And 999 ms pass
    Then the display does not show "Hold: all to card"
    When 1 ms pass
    Then the display shows "Hold: all to card"
    And the bar is at 10 of 50
    When 3999 ms pass
    Then the bar is at 49 of 50
    When 1 ms pass
    Then the display shows "All back to the card"

  @DP-11
  Scenario Outline: A dead zone before the hold makes hesitant releases mean nothing
    Given the setting pedestal.hold_dead_zone_ms is 3000
    When I hold socket 2 down
    And <held> pass
    And I let go of socket 2
    Then the display shows "<words>"

    Examples:
      | held    | words                |
      | 1999 ms | Load +10.00 kr       |
      | 2000 ms | 2: +10.00 kr         |
      | 4999 ms | 2: +10.00 kr         |
      | 5000 ms | All back to the card |


  @P-15 @DP-08 @DP-11
  Scenario: Another socket's button does not disturb a hold
    When I hold socket 2 down
    And 2 s pass
    And I press socket 3
    Then the screen is OutletStatus
    And rule DP-08 applied
    When 2999 ms pass
    Then the display shows "Hold: all to card"
    When 1 ms pass
    Then the display shows "All back to the card"

  @DP-02 @DP-11
  Scenario: Back ends a hold that has not fired, and its release means nothing
    When I hold socket 2 down
    And 4 s pass
    And I press Back
    Then the screen is ServiceSelect
    When 10 s pass
    Then the screen is ServiceSelect
    When I let go of socket 2
    Then the screen is ServiceSelect
    And rule P-14 did not apply
    And rule P-15 did not apply
    When 5001 ms pass
    Then the screen is Welcome
    And socket 2 holds 30 kr
    And card "Blue" holds 70 kr

  @P-15 @DP-13
  Scenario: A hold replaces the presses that were staged before it
    When I press socket 2, 3 times
    Then the display shows "Load +30.00 kr"
    When I hold socket 2 down
    And 5 s pass
    Then the display shows "All back to the card"
    And rule DP-13 applied
    When I let go of socket 2
    And 8 s pass
    Then card "Blue" holds 100 kr
    And socket 2 holds 0 kr
    And the ledger adds up


  @P-15 @DP-13
  Scenario: Holding the button of an empty socket stages nothing and drops what was staged before
    When I press Back
    And I press socket 3
    And I press socket 3, 2 times
    And I hold socket 3 down
    And 5 s pass
    And I let go of socket 3
    Then the display shows "No credit to return"
    And the display does not show "Load +20.00 kr"
    When 5 s pass
    Then the screen is OutletStatus
    And rule P-16 did not apply
    When 1 ms pass
    Then the screen is ServiceSelect
    And card "Blue" holds 70 kr
    And socket 3 holds 0 kr

  @P-14 @DP-12 @DP-13
  Scenario: Presses after a staged return are ignored, but restart the pause
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And 2 s pass
    And I press socket 2, 3 times
    Then the display shows "All back to the card"
    And rule P-14 did not apply
    When 2999 ms pass
    Then the screen is OutletStatus
    When 1 ms pass
    Then the screen is Updating
    And the display shows "Socket 2 > Card"
    When 5 s pass
    Then card "Blue" holds 100 kr
    And socket 2 holds 0 kr


  @P-15
  Scenario: A return that the card has no room for is refused
    Given a card "Full" with 10000 kr
    And I take the card out
    And card "Full" has loaded 10 kr onto socket 3
    And the desk loads 10 kr onto card "Full"
    When I put card "Full" in the holder
    And I press socket 3
    And I hold socket 3 down
    And 5 s pass
    Then the display shows "The card is full"
    When I let go of socket 3
    And 4 s pass
    Then the screen is OutletStatus
    And socket 3 holds 10 kr
    And socket 3 is on
