Feature: The mains fail

  Credit, owners, an open update and its record survive. A cut while updating counts as taking the card out; the first
  restart gives the minute in full once more, the second ends it.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And a card "Red" with 50 kr
    And card "Blue" has loaded 30 kr onto socket 2

  @P-23 @DP-25
  Scenario: Credit and its owner survive a power cut, and the socket goes on again
    When the power fails
    Then the screen is dark
    And socket 2 is off
    And socket 2 holds 30 kr
    When I press socket 2
    And 10 h pass
    And the power is back
    Then the screen is Welcome
    And rule DP-25 applied
    And socket 2 is on
    And socket 2 holds 30 kr
    And socket 1 is off
    And the ledger adds up
    When I put card "Red" in the holder
    And I press socket 2
    Then the screen is Busy

  @P-09 @DP-32
  Scenario: A card in the holder at power-on is a card that is put in
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 2 times
    And the power fails
    And 10 s pass
    And the power is back
    Then the screen is ServiceSelect
    And rule P-09 applied
    And card "Blue" is valid
    And card "Blue" holds 70 kr
    When I press socket 2
    Then the display shows "2: +10.00 kr"

  @DP-32
  Scenario: Buttons held down at power-on are ignored until they are released
    When the power fails
    And I hold socket 2 down
    And the power is back
    And 20 s pass
    Then the screen is Welcome
    When I let go of socket 2
    Then the screen is Welcome
    When I press socket 2
    Then the screen is CreditCheck
    When 5001 ms pass
    Then the screen is Welcome

  @P-15 @DP-32
  Scenario: A hold that a power cut interrupts never fires
    When I put card "Blue" in the holder
    And I press socket 2
    And I hold socket 2 down
    And 3 s pass
    And the power fails
    And the power is back
    Then the screen is ServiceSelect
    When 3 s pass
    And I let go of socket 2
    Then the screen is ServiceSelect
    And rule P-10 did not apply
    And rule P-15 did not apply
    And socket 2 holds 30 kr

  @P-19 @DP-15 @DP-25 @DP-32
  Scenario Outline: A card that stays in the holder through a cut during the update is completed after it
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 2 times
    And I press Enter
    And <moment> pass
    And the power fails
    Then card "Blue" is <standing>
    And the ledger has <frozen> kr in Frozen
    And the ledger has <suspense> kr in Suspense
    And the ledger adds up
    When 10 min pass
    And the power is back
    Then the screen is <screen>
    And rule DP-25 applied
    And rule DP-32 applied
    And rule P-19 applied
    When 5 s pass
    Then the screen is RemoveCard
    And card "Blue" is valid
    And card "Blue" holds 50 kr
    And socket 2 is on
    And socket 2 holds 50 kr
    And the ledger has 0 kr in Suspense
    And the ledger adds up

    Examples:
      | moment  | standing | frozen | suspense | screen     |
      | 335 ms  | valid    | 0      | 0        | Updating   |
      | 336 ms  | invalid  | 70     | 0        | Updating   |
      | 2500 ms | invalid  | 70     | 0        | Updating   |
      | 4935 ms | invalid  | 70     | 0        | Updating   |
      | 4936 ms | valid    | 0      | 20       | RemoveCard |

  @P-19 @P-20 @DP-16 @DP-32
  Scenario Outline: A cut while updating gives the minute in full after the restart
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 2 times
    And I press Enter
    And 2500 ms pass
    And the power fails
    And I take the card out
    And 5 min pass
    And the power is back
    Then the screen is Interrupted
    And rule DP-32 applied
    And the display shows "within 60 s"
    When <time> pass
    And I put card "Blue" in the holder
    Then the screen is <screen>
    When 5 s pass
    Then card "Blue" holds <card> kr
    And socket 2 holds <socket> kr
    And the ledger adds up

    Examples:
      | time     | screen      | card | socket |
      | 60000 ms | Updating    | 50   | 50     |
      | 60001 ms | InvalidCard | 70   | 30     |

  @P-20 @DP-17 @DP-32
  Scenario: A first cut in the minute begins it again, and a second cut ends it
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 2 times
    And I press Enter
    And 2500 ms pass
    And I take the card out
    And 40 s pass
    And the power fails
    And the power is back
    Then the screen is Interrupted
    And the display shows "within 60 s"
    When 40 s pass
    And the power fails
    And the power is back
    Then the screen is Welcome
    And rule DP-32 applied
    And rule DP-17 applied
    And card "Blue" is invalid
    And card "Blue" holds 70 kr
    And socket 2 is on
    And socket 2 holds 30 kr
    When I put card "Blue" in the holder
    Then the screen is InvalidCard
    And the ledger has 70 kr in Frozen
    And the ledger adds up

  @P-20 @DP-32
  Scenario: A second cut during the same update leaves the card invalid
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 2 times
    And I press Enter
    And 2500 ms pass
    And the power fails
    And the power is back
    Then the screen is Updating
    When 2500 ms pass
    And the power fails
    And the power is back
    Then the screen is InvalidCard
    And rule DP-32 applied
    And card "Blue" is invalid
    And socket 2 holds 30 kr
    And the ledger adds up

  @P-19 @DP-15 @DP-32
  Scenario: Taking the card out after a restart opens another full minute
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 2 times
    And I press Enter
    And 2500 ms pass
    And the power fails
    And the power is back
    And 2500 ms pass
    And I take the card out
    And 60000 ms pass
    And I put card "Blue" in the holder
    Then the screen is Updating
    When 5 s pass
    Then card "Blue" holds 50 kr
    And socket 2 holds 50 kr

  @DP-27 @DP-31 @DP-32
  Scenario: A second cut leaves the record open when the last write had begun
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 2 times
    And I press Enter
    And 4936 ms pass
    And I take the card out
    And the power fails
    And the power is back
    Then the screen is Interrupted
    When the power fails
    And the power is back
    Then the screen is Welcome
    And rule DP-27 applied
    And the ledger has 20 kr in Suspense
    And socket 2 holds 30 kr
    When the power fails
    And the power is back
    And I put card "Blue" in the holder
    Then the screen is ServiceSelect
    And the display shows "Earlier update done"
    And socket 2 holds 50 kr
    And card "Blue" holds 50 kr
    And the ledger has 0 kr in Suspense
    And the ledger adds up

  @DP-20 @DP-25 @DP-32
  Scenario: The outlet of a return that is not resolved stays off after a power cut
    When I put card "Blue" in the holder
    And I press socket 2
    And I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And 4800 ms pass
    And I take the card out
    And the power fails
    And the power is back
    Then the screen is Interrupted
    And socket 2 is off
    When 60001 ms pass
    Then the screen is Welcome
    And socket 2 is off
    When the power fails
    And the power is back
    Then socket 2 is off
    And the ledger has 30 kr in Suspense
    When the desk resets card "Blue"
    Then socket 2 is on
    And socket 2 holds 30 kr
    And the ledger adds up

  @DP-20 @DP-32
  Scenario: The outlet of a return in its minute stays off through a power cut and goes on when it is given up
    When I put card "Blue" in the holder
    And I press socket 2
    And I hold socket 2 down
    And 5 s pass
    And I let go of socket 2
    And I press Enter
    And 2500 ms pass
    And I take the card out
    And the power fails
    And the power is back
    Then socket 2 is off
    And socket 2 holds 30 kr
    When 60001 ms pass
    Then socket 2 is on
    And socket 2 holds 30 kr
    And card "Blue" is invalid

  @P-24 @DP-33
  Scenario Outline: A power cut gives back at most what was used since the meter was last written down
    Given I plug the boat into socket 2
    And I switch the fridge of the boat at socket 2 off
    When <time> pass
    Then socket 2 holds <before> kr
    When the power fails
    Then socket 2 holds <after> kr
    And the ledger has <used> kr in Consumed
    And the ledger adds up
    When the power is back
    Then socket 2 is on
    And socket 2 holds <after> kr
    And the ledger adds up

    Examples:
      | time      | before | after | used |
      | 64800 ms  | 29.982 | 30    | 0    |
      | 72000 ms  | 29.98  | 29.98 | 0.02 |
      | 136800 ms | 29.962 | 29.98 | 0.02 |
      | 144000 ms | 29.96  | 29.96 | 0.04 |

  @P-24 @DP-33
  Scenario: A setting says how often the meter is written down
    Given the setting pedestal.memory_wh is 3
    And I plug the boat into socket 2
    And I switch the fridge of the boat at socket 2 off
    When 36 s pass
    Then socket 2 holds 29.99 kr
    When the power fails
    Then socket 2 holds 29.994 kr
    And the ledger adds up

  @DP-33
  Scenario: An update writes the meter down, so that a later cut takes nothing twice and gives nothing back
    Given I plug the boat into socket 2
    And I switch the fridge of the boat at socket 2 off
    When 50400 ms pass
    Then socket 2 holds 29.986 kr
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2
    And I press Enter
    And 5 s pass
    And I take the card out
    And the power fails
    Then socket 2 holds 39.986 kr
    And the ledger has 0.014 kr in Consumed
    When the power is back
    And 144 s pass
    Then socket 2 holds 39.946 kr
    And the ledger adds up
