Feature: The card is pulled out before, during and after an update

  On the card are 70 kr, on socket 2 are 30 kr. A load moves 20 kr, a return all of it. Whatever the moment, nothing is
  lost for good unless the card is.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And card "Blue" has loaded 30 kr onto socket 2
    And I put card "Blue" in the holder
    And I press socket 2

  @P-08 @DP-14 @DP-17
  Scenario: A load that has not begun to update is undone by taking the card out
    When I press socket 2, 2 times
    And 2999 ms pass
    And I take the card out
    Then the screen is Welcome
    And rule P-08 applied
    And rule DP-14 did not apply
    And card "Blue" is valid
    And card "Blue" holds 70 kr
    When 2 min pass
    Then the screen is Welcome
    And socket 2 is on
    And socket 2 holds 30 kr
    And the ledger has 0 kr in Frozen
    And the ledger adds up

  @P-08 @DP-14 @DP-17
  Scenario: A return that has not begun to update is undone by taking the card out
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And 2999 ms pass
    And I take the card out
    Then the screen is Welcome
    And card "Blue" is valid
    And card "Blue" holds 70 kr
    When 2 min pass
    Then socket 2 is on
    And socket 2 holds 30 kr
    And the ledger adds up

  @P-17 @P-18 @P-19 @DP-14 @DP-15 @DP-17 @DP-30
  Scenario Outline: A load that is interrupted is completed when the card comes back
    When I press socket 2, 2 times
    And I press Enter
    And <moment> pass
    Then the screen is Updating
    When I take the card out
    Then the screen is Interrupted
    And rule P-17 applied
    And rule P-18 applied
    And rule P-19 applied
    And rule DP-14 applied
    And card "Blue" is <standing>
    And card "Blue" holds 70 kr
    And the ledger has <frozen> kr in Frozen
    And socket 2 is on
    When 10 s pass
    And I put card "Blue" in the holder
    Then the screen is Updating
    And rule P-19 applied
    And rule DP-30 applied
    When 4999 ms pass
    Then the screen is Updating
    And socket 2 holds 30 kr
    When 1 ms pass
    Then the screen is RemoveCard
    When I take the card out
    Then the screen is Welcome
    And card "Blue" is valid
    And card "Blue" holds 50 kr
    And socket 2 is on
    And socket 2 holds 50 kr
    And the ledger has 0 kr in Frozen
    And the ledger adds up

    Examples: before the mark is on the card
      | moment | standing | frozen |
      | 1 ms   | valid    | 0      |
      | 335 ms | valid    | 0      |

    Examples: with the mark on the card
      | moment  | standing | frozen |
      | 336 ms  | invalid  | 70     |
      | 400 ms  | invalid  | 70     |
      | 2500 ms | invalid  | 70     |
      | 4599 ms | invalid  | 70     |

  @P-19 @DP-14 @DP-30
  Scenario: A card that is pulled out at the very beginning of the update starts over
    When I press socket 2, 2 times
    And I press Enter
    And I take the card out
    Then the screen is Interrupted
    And card "Blue" is valid
    When I put card "Blue" in the holder
    Then the screen is Updating
    And rule DP-30 applied
    When 400 ms pass
    Then card "Blue" is invalid
    When 4600 ms pass
    Then the screen is RemoveCard
    And card "Blue" is valid
    And card "Blue" holds 50 kr
    And socket 2 holds 50 kr

  @P-18 @P-20 @P-21 @DP-16 @DP-17
  Scenario Outline: A load that is never completed leaves the socket as it was and the card invalid until its reset
    When I press socket 2, 2 times
    And I press Enter
    And <moment> pass
    And I take the card out
    And 60000 ms pass
    Then the screen is Interrupted
    And rule P-20 did not apply
    When 1 ms pass
    Then the screen is Welcome
    And rule P-20 applied
    And rule DP-16 applied
    And rule DP-17 applied
    And card "Blue" is invalid
    And card "Blue" holds 70 kr
    And the ledger has 70 kr in Frozen
    And the ledger has 0 kr in Cards
    And socket 2 is on
    And socket 2 holds 30 kr
    When I put card "Blue" in the holder
    Then the screen is InvalidCard
    And the display shows "Update not finished"
    When I take the card out
    And the desk resets card "Blue"
    Then that is accepted
    And card "Blue" is valid
    And card "Blue" holds 70 kr
    And the ledger has 0 kr in Frozen
    And the ledger has 70 kr in Cards
    And socket 2 holds 30 kr
    And the ledger adds up
    When I put card "Blue" in the holder
    Then the screen is ServiceSelect

    Examples:
      | moment  |
      | 336 ms  |
      | 2500 ms |
      | 4599 ms |

  @P-19 @DP-16 @DP-30
  Scenario: A card that never got the mark is simply valid after the minute
    When I press socket 2, 2 times
    And I press Enter
    And 335 ms pass
    And I take the card out
    And 60001 ms pass
    Then the screen is Welcome
    And card "Blue" is valid
    And card "Blue" holds 70 kr
    And the ledger has 0 kr in Frozen
    And socket 2 holds 30 kr
    When I put card "Blue" in the holder
    Then the screen is ServiceSelect
    And the ledger adds up

  @P-18 @P-19 @DP-14 @DP-17 @DP-30
  Scenario Outline: A return that is interrupted is completed when the card comes back
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And <moment> pass
    And I take the card out
    Then the screen is Interrupted
    And rule P-18 applied
    And card "Blue" is <standing>
    And the ledger has <frozen> kr in Frozen
    And socket 2 is off
    And socket 2 holds 30 kr
    When 10 s pass
    And I put card "Blue" in the holder
    Then the screen is Updating
    And the display shows "Socket 2 > Card"
    When 5 s pass
    Then the screen is RemoveCard
    When I take the card out
    Then card "Blue" is valid
    And card "Blue" holds 100 kr
    And socket 2 is off
    And socket 2 holds 0 kr
    And the ledger has 0 kr in Frozen
    And the ledger adds up

    Examples:
      | moment  | standing | frozen |
      | 1 ms    | valid    | 0      |
      | 335 ms  | valid    | 0      |
      | 336 ms  | invalid  | 70     |
      | 4599 ms | invalid  | 70     |

  @P-20 @P-21 @DP-17 @DP-20
  Scenario: A return that is never completed leaves the credit on the socket, which goes on again
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And 2500 ms pass
    And I take the card out
    And 60000 ms pass
    Then socket 2 is off
    When 1 ms pass
    Then the screen is Welcome
    And socket 2 is on
    And socket 2 holds 30 kr
    And card "Blue" is invalid
    And the ledger has 70 kr in Frozen
    When the desk resets card "Blue"
    Then card "Blue" is valid
    And card "Blue" holds 70 kr
    When I put card "Blue" in the holder
    And I press socket 2
    And I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And 8 s pass
    Then the screen is RemoveCard
    And card "Blue" holds 100 kr
    And socket 2 holds 0 kr
    And socket 2 is off
    And the ledger adds up

  @P-08 @P-22 @DP-14 @DP-17
  Scenario: From the end of a load on the card can be taken out and everything is done
    When I press socket 2, 2 times
    And I press Enter
    And 5000 ms pass
    And I take the card out
    Then the screen is Welcome
    And rule P-08 applied
    And rule P-18 did not apply
    And card "Blue" is valid
    And card "Blue" holds 50 kr
    And socket 2 holds 50 kr
    And socket 2 is on
    And the ledger has 0 kr in Suspense
    And the ledger adds up

  @P-08 @P-22 @DP-14 @DP-17
  Scenario: From the end of a return on the card can be taken out and everything is done
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And 5000 ms pass
    And I take the card out
    Then the screen is Welcome
    And card "Blue" is valid
    And card "Blue" holds 100 kr
    And socket 2 holds 0 kr
    And socket 2 is off
    And the ledger has 0 kr in Suspense
    And the ledger adds up

  @P-01 @P-02 @P-20 @DP-17 @DP-18
  Scenario Outline: An invalid card that is destroyed or lost is not reset and its value is gone
    When I press socket 2, 2 times
    And I press Enter
    And 2500 ms pass
    And I take the card out
    And 60001 ms pass
    And <mishap>
    Then card "Blue" is <standing>
    And the ledger has 70 kr in Lost
    And the ledger has 0 kr in Frozen
    When the desk resets card "Blue"
    Then that is refused: "cards are not replaced"
    And the ledger has 70 kr in Lost
    And socket 2 holds 30 kr
    And socket 2 is on
    And the ledger adds up

    Examples:
      | mishap                        | standing  |
      | I punch a hole in card "Blue" | destroyed |
      | I lose card "Blue"            | lost      |

  @P-19 @DP-15
  Scenario: A second interruption opens another full minute
    When I press socket 2, 2 times
    And I press Enter
    And 2500 ms pass
    And I take the card out
    And 50 s pass
    And I put card "Blue" in the holder
    And 2500 ms pass
    And I take the card out
    Then the screen is Interrupted
    And the display shows "within 60 s"
    When 60000 ms pass
    And I put card "Blue" in the holder
    Then the screen is Updating
    And rule DP-15 applied
    When 5 s pass
    Then the screen is RemoveCard
    And card "Blue" holds 50 kr
    And socket 2 holds 50 kr
    And the ledger adds up

  @P-21 @DP-17
  Scenario: Under the forfeit policy a load that is never completed is lost, and the desk restores the rest
    Given the setting pedestal.tear_policy is forfeit
    When I press socket 2, 2 times
    And I press Enter
    And 2500 ms pass
    And I take the card out
    And 60001 ms pass
    Then card "Blue" is invalid
    And socket 2 holds 30 kr
    When the desk resets card "Blue"
    Then card "Blue" is valid
    And card "Blue" holds 50 kr
    And the ledger has 20 kr in Lost
    And the ledger has 50 kr in Cards
    And the ledger has 30 kr in Sockets
    And the ledger adds up

  @P-19 @DP-17
  Scenario: Under the forfeit policy a load that is completed in time loses nothing
    Given the setting pedestal.tear_policy is forfeit
    When I press socket 2, 2 times
    And I press Enter
    And 2500 ms pass
    And I take the card out
    And 60000 ms pass
    And I put card "Blue" in the holder
    And 5 s pass
    Then card "Blue" holds 50 kr
    And socket 2 holds 50 kr
    And the ledger has 0 kr in Lost
    And the ledger adds up

  @P-21 @DP-17
  Scenario: Under the forfeit policy a return that is never completed forfeits nothing
    Given the setting pedestal.tear_policy is forfeit
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And 2500 ms pass
    And I take the card out
    And 60001 ms pass
    And the desk resets card "Blue"
    Then card "Blue" holds 70 kr
    And socket 2 holds 30 kr
    And the ledger has 0 kr in Lost
    And the ledger adds up
