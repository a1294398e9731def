Feature: The card is pulled out while the last write is under way

  The last write begins 400 ms before the end of the update and puts one byte a millisecond onto the card; with the
  336th the card has taken it. The pedestal cannot know: the amount is in suspense until the card, or the desk, tells.
  On the card are 70 kr, on socket 2 are 30 kr; a load moves 20 kr, a return all of it.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And a card "Red" with 50 kr
    And card "Blue" has loaded 30 kr onto socket 2
    And I put card "Blue" in the holder
    And I press socket 2

  @P-19 @DP-15 @DP-27 @DP-30
  Scenario Outline: A load that the card did not take runs again when the card comes back
    When I press socket 2, 2 times
    And I press Enter
    And <moment> pass
    And I take the card out
    Then the screen is Interrupted
    And rule DP-27 applied
    And card "Blue" is invalid
    And card "Blue" holds 70 kr
    And the ledger has 70 kr in Frozen
    And the ledger has 0 kr in Suspense
    And socket 2 holds 30 kr
    And the ledger adds up
    When 60000 ms pass
    And I put card "Blue" in the holder
    Then the screen is Updating
    And rule DP-30 applied
    When 4999 ms pass
    Then the screen is Updating
    When 1 ms pass
    Then the screen is RemoveCard
    And card "Blue" holds 50 kr
    And socket 2 holds 50 kr
    And the ledger has 0 kr in Frozen
    And the ledger adds up

    Examples:
      | moment  |
      | 4600 ms |
      | 4800 ms |
      | 4935 ms |

  @P-19 @P-22 @P-23 @DP-27 @DP-30
  Scenario Outline: A load that the card took is finished at once when the card comes back
    When I press socket 2, 2 times
    And I press Enter
    And <moment> pass
    And I take the card out
    Then the screen is Interrupted
    And rule DP-27 applied
    And card "Blue" is valid
    And card "Blue" holds 50 kr
    And socket 2 holds 30 kr
    And the ledger has 20 kr in Suspense
    And the ledger adds up
    When 60000 ms pass
    And I put card "Blue" in the holder
    Then the screen is RemoveCard
    And rule DP-30 applied
    And rule P-22 applied
    And rule P-23 applied
    And the display shows "Socket 2 50.00 kr"
    And the display shows "Card 50.00 kr"
    And socket 2 is on
    And socket 2 holds 50 kr
    And card "Blue" holds 50 kr
    And the ledger has 0 kr in Suspense
    And the ledger adds up

    Examples:
      | moment  |
      | 4936 ms |
      | 4999 ms |

  @P-19 @DP-27 @DP-30
  Scenario Outline: A return that the card did not take runs again when the card comes back
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And <moment> pass
    And I take the card out
    Then the screen is Interrupted
    And card "Blue" is invalid
    And socket 2 is off
    And socket 2 holds 0 kr
    And the ledger has 30 kr in Suspense
    And the ledger has 70 kr in Frozen
    And the ledger adds up
    When 60000 ms pass
    And I put card "Blue" in the holder
    Then the screen is Updating
    When 5 s pass
    Then the screen is RemoveCard
    And card "Blue" is valid
    And card "Blue" holds 100 kr
    And socket 2 is off
    And socket 2 holds 0 kr
    And the ledger has 0 kr in Suspense
    And the ledger adds up

    Examples:
      | moment  |
      | 4600 ms |
      | 4935 ms |

  @P-19 @P-22 @DP-27 @DP-30
  Scenario Outline: A return that the card took is finished at once when the card comes back
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And <moment> pass
    And I take the card out
    Then the screen is Interrupted
    And card "Blue" is valid
    And card "Blue" holds 100 kr
    And socket 2 is off
    And the ledger has 0 kr in Suspense
    And the ledger adds up
    When 60000 ms pass
    And I put card "Blue" in the holder
    Then the screen is RemoveCard
    And rule DP-30 applied
    And card "Blue" holds 100 kr
    And socket 2 is off
    And socket 2 holds 0 kr
    And the ledger adds up

    Examples:
      | moment  |
      | 4936 ms |
      | 4999 ms |

  @P-23 @DP-27 @DP-31
  Scenario: A load that the card took is completed when the card is next put in after the minute
    When I press socket 2, 2 times
    And I press Enter
    And 4936 ms pass
    And I take the card out
    And 60001 ms pass
    Then the screen is Welcome
    And card "Blue" is valid
    And card "Blue" holds 50 kr
    And socket 2 holds 30 kr
    And the ledger has 20 kr in Suspense
    When 24 h pass
    And I put card "Blue" in the holder
    Then the screen is ServiceSelect
    And rule DP-31 applied
    And the display shows "Earlier update done"
    And the display shows "Card 50.00 kr"
    And socket 2 is on
    And socket 2 holds 50 kr
    And the ledger has 0 kr in Suspense
    And the ledger adds up
    When I take the card out
    And I put card "Blue" in the holder
    Then the screen is ServiceSelect
    And rule DP-31 did not apply
    And the display does not show "Earlier update done"
    And socket 2 holds 50 kr

  @P-25 @DP-27 @DP-31
  Scenario: A return that the card took is completed when the card is next put in after the minute
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And 4936 ms pass
    And I take the card out
    And 60001 ms pass
    Then the screen is Welcome
    And card "Blue" is valid
    And card "Blue" holds 100 kr
    And socket 2 is off
    And socket 2 holds 0 kr
    When I put card "Blue" in the holder
    Then the screen is ServiceSelect
    And the display shows "Earlier update done"
    When I take the card out
    And I put card "Red" in the holder
    And I press socket 2
    Then the screen is OutletStatus
    And the ledger adds up

  @DP-27 @DP-31
  Scenario: The desk's read-out settles a load that the card took
    When I press socket 2, 2 times
    And I press Enter
    And 4999 ms pass
    And I take the card out
    And 60001 ms pass
    And the desk reads card "Blue"
    Then the desk reads out "The update of socket 1.2 is settled."
    And rule DP-31 applied
    And socket 2 holds 50 kr
    And card "Blue" holds 50 kr
    And the ledger has 0 kr in Suspense
    And the ledger adds up

  @P-20 @P-21 @DP-27 @DP-31
  Scenario: A load that the card did not take is closed as not done by the desk's reset
    When I press socket 2, 2 times
    And I press Enter
    And 4800 ms pass
    And I take the card out
    And 60001 ms pass
    Then card "Blue" is invalid
    And rule P-20 applied
    And rule DP-27 applied
    When I put card "Blue" in the holder
    Then the screen is InvalidCard
    And rule DP-31 did not apply
    And socket 2 holds 30 kr
    When I take the card out
    And I press socket 2
    Then the display shows "Update not settled"
    When the desk resets card "Blue"
    Then rule DP-31 applied
    And card "Blue" is valid
    And card "Blue" holds 70 kr
    And socket 2 holds 30 kr
    And the display does not show "Update not settled"
    And the ledger has 0 kr in Frozen
    And the ledger adds up

  @P-20 @P-21 @DP-27 @DP-31
  Scenario: A return that the card did not take is back on the socket after the desk's reset
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And 4800 ms pass
    And I take the card out
    And 60001 ms pass
    Then card "Blue" is invalid
    And socket 2 is off
    And socket 2 holds 0 kr
    And the ledger has 30 kr in Suspense
    And the ledger has 70 kr in Frozen
    When the desk resets card "Blue"
    Then card "Blue" is valid
    And card "Blue" holds 70 kr
    And socket 2 is on
    And socket 2 holds 30 kr
    And the ledger has 0 kr in Suspense
    And the ledger has 0 kr in Frozen
    And the ledger adds up

  @DP-19 @DP-31
  Scenario: A reset while the minute is running closes the recovery and the record together
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And 4800 ms pass
    And I take the card out
    And the desk resets card "Blue"
    Then the screen is Welcome
    And rule DP-19 applied
    And rule DP-31 applied
    And card "Blue" is valid
    And card "Blue" holds 70 kr
    And socket 2 is on
    And socket 2 holds 30 kr
    And the ledger adds up

  @P-11 @DP-09 @DP-31
  Scenario: A socket with an open record is busy for every other card, even with no credit on it
    When I press Back
    And I press socket 3
    And I press socket 3, 2 times
    And I press Enter
    And 4936 ms pass
    And I take the card out
    And 60001 ms pass
    Then socket 3 is off
    And socket 3 holds 0 kr
    When I press socket 3
    Then the screen is CreditCheck
    And the display shows "Update not settled"
    When I put card "Red" in the holder
    And I press socket 3
    Then the screen is Busy
    And rule P-11 applied
    When I press socket 4
    Then the screen is OutletStatus
    When I take the card out
    And I put card "Blue" in the holder
    Then socket 3 is on
    And socket 3 holds 20 kr
    When I press socket 3
    Then the screen is OutletStatus
    And the ledger adds up

  @DP-31
  Scenario: Each card settles its own record
    Given the desk loads 10 kr onto card "Red"
    And the desk loads 10 kr onto card "Red"
    When I press socket 2, 2 times
    And I press Enter
    And 4936 ms pass
    And I take the card out
    And 60001 ms pass
    And I put card "Red" in the holder
    And I press socket 4
    And I press socket 4
    And I press Enter
    And 4936 ms pass
    And I take the card out
    And 60001 ms pass
    Then the ledger has 30 kr in Suspense
    When I put card "Red" in the holder
    Then the display shows "Earlier update done"
    And socket 4 holds 10 kr
    And socket 2 holds 30 kr
    And the ledger has 20 kr in Suspense
    When I take the card out
    And I put card "Blue" in the holder
    Then socket 2 holds 50 kr
    And the ledger has 0 kr in Suspense
    And the ledger adds up

  @DP-27 @DP-31
  Scenario: A card that was used elsewhere meanwhile still settles its record
    When I press socket 2, 2 times
    And I press Enter
    And 4936 ms pass
    And I take the card out
    And 60001 ms pass
    And I walk to pedestal 2
    And I put card "Blue" in the holder
    Then the screen is ServiceSelect
    And rule DP-31 did not apply
    When I press socket 1
    And I press socket 1
    And I press Enter
    And 5 s pass
    And I take the card out
    And the desk loads 25 kr onto card "Blue"
    And I walk to pedestal 1
    And I put card "Blue" in the holder
    Then the display shows "Earlier update done"
    And socket 2 holds 50 kr
    And card "Blue" holds 65 kr
    And the ledger has 0 kr in Suspense
    And the ledger adds up

  @DP-27 @DP-31
  Scenario: The desk cannot settle or reset anything while the pedestal cannot be reached
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And 4800 ms pass
    And I take the card out
    And 60001 ms pass
    And the power fails
    And the desk resets card "Blue"
    Then that is refused: "cannot be reached"
    And card "Blue" is invalid
    And the ledger has 30 kr in Suspense
    When the power is back
    Then socket 2 is off
    When the desk resets card "Blue"
    Then that is accepted
    And card "Blue" holds 70 kr
    And socket 2 is on
    And socket 2 holds 30 kr
    And the ledger adds up

  @P-02 @DP-18 @DP-31
  Scenario Outline: The desk closes the record of a load whose card is lost
    When I press Back
    And I press socket 3
    And I press socket 3, 2 times
    And I press Enter
    And <moment> pass
    And I take the card out
    And 60001 ms pass
    And I lose card "Blue"
    Then the ledger has <lost> kr in Lost
    And the ledger has <suspense> kr in Suspense
    When the desk writes off card "Blue"
    Then rule DP-31 applied
    And the ledger has 70 kr in Lost
    And the ledger has 0 kr in Suspense
    And socket 3 is off
    And socket 3 holds 0 kr
    And socket 2 holds 30 kr
    And the ledger adds up
    When I put card "Red" in the holder
    And I press socket 3
    Then the screen is OutletStatus

    Examples:
      | moment  | lost | suspense |
      | 4800 ms | 70   | 0        |
      | 4936 ms | 50   | 20       |

  @P-01 @DP-18 @DP-31
  Scenario Outline: The desk closes the record of a return whose card is destroyed
    When I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And <moment> pass
    And I take the card out
    And 60001 ms pass
    And I punch a hole in card "Blue"
    Then the ledger has <lost> kr in Lost
    And the ledger has <suspense> kr in Suspense
    When the desk writes off card "Blue"
    Then the ledger has 100 kr in Lost
    And the ledger has 0 kr in Suspense
    And socket 2 is off
    And socket 2 holds 0 kr
    And the ledger adds up
    When I put card "Red" in the holder
    And I press socket 2
    Then the screen is OutletStatus

    Examples:
      | moment  | lost | suspense |
      | 4800 ms | 70   | 30       |
      | 4936 ms | 100  | 0        |
