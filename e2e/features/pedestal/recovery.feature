Feature: One minute to put the card back

  The card "Blue", with 70 kr on it, was pulled out in the middle of loading 20 kr onto socket 2, where 30 kr are.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And a card "Red" with 50 kr
    And card "Blue" has loaded 30 kr onto socket 2
    And I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2, 2 times
    And I press Enter
    And 2500 ms pass
    And I take the card out

  @P-19 @DP-02 @DP-16
  Scenario: The display asks for the card and counts the seconds, whatever Back and Enter say
    When I press Back
    And I press Enter
    Then the screen is Interrupted
    And the display shows "INTERRUPTED"
    And the display shows "Put the card back"
    And the display shows "within 60 s"
    When 1 s pass
    Then the display shows "within 59 s"
    When 58999 ms pass
    Then the display shows "within 1 s"
    When 1 ms pass
    Then the display shows "within 0 s"
    And the screen is Interrupted

  @P-19 @P-20 @DP-16
  Scenario Outline: The card may come back for sixty seconds exactly
    When <time> pass
    And I put card "Blue" in the holder
    Then the screen is <screen>
    When 5 s pass
    And I take the card out
    Then card "Blue" is <standing>
    And card "Blue" holds <card> kr
    And socket 2 holds <socket> kr
    And the ledger adds up

    Examples:
      | time     | screen      | standing | card | socket |
      | 1 ms     | Updating    | valid    | 50   | 50     |
      | 59999 ms | Updating    | valid    | 50   | 50     |
      | 60000 ms | Updating    | valid    | 50   | 50     |
      | 60001 ms | InvalidCard | invalid  | 70   | 30     |

  @P-09 @P-20 @DP-16 @DP-23
  Scenario: After the minute the card is refused everywhere, and others are served again
    When 60001 ms pass
    And I put card "Blue" in the holder
    Then the screen is InvalidCard
    And rule P-20 applied
    And the display shows "INVALID CARD"
    And the display shows "Update not finished"
    And the display shows "Go to service desk"
    When I take the card out
    And I walk to pedestal 2
    And I put card "Blue" in the holder
    Then the screen is InvalidCard
    When I take the card out
    Then card "Blue" holds 70 kr
    And the ledger has 70 kr in Frozen
    And the ledger adds up
    When I walk to pedestal 1
    And I put card "Red" in the holder
    Then the screen is ServiceSelect
    And rule P-09 applied

  @P-07 @DP-16 @DP-29
  Scenario: A wrong card is told so, left alone, and the minute keeps running
    When 20 s pass
    And I put card "Red" in the holder
    Then the screen is WrongCard
    And rule DP-16 applied
    And rule DP-29 applied
    And the display shows "WRONG CARD"
    And the display shows "Use the same card"
    And the display shows "within 40 s"
    When 5000 ms pass
    Then the screen is WrongCard
    When 1 ms pass
    Then the screen is Interrupted
    And rule P-07 applied
    And rule DP-29 applied
    When 34999 ms pass
    Then the screen is Interrupted
    When 1 ms pass
    Then the screen is Welcome
    And rule P-20 applied
    And card "Red" is valid
    And card "Red" holds 50 kr
    And card "Blue" is invalid

  @P-19 @DP-16 @DP-29
  Scenario: When the wrong card is taken out the countdown is shown at once, and the right card completes the update
    When I put card "Red" in the holder
    And 3 s pass
    And I take the card out
    Then the screen is Interrupted
    And rule P-08 did not apply
    And the display shows "within 57 s"
    When 57 s pass
    And I put card "Blue" in the holder
    Then the screen is Updating
    When 5 s pass
    Then card "Blue" holds 50 kr
    And socket 2 holds 50 kr
    And card "Red" holds 50 kr
    And the ledger adds up

  @DP-16 @DP-22 @DP-29
  Scenario: Nobody else is served while the minute runs
    When I put card "Red" in the holder
    And I press Enter
    Then the screen is WrongCard
    When I press socket 1
    Then the screen is CreditCheck
    And rule P-10 did not apply
    When 5001 ms pass
    Then the screen is Interrupted
    When I press socket 3
    Then the screen is CreditCheck
    And rule P-10 did not apply

  @DP-07 @DP-16 @DP-29
  Scenario Outline: When the minute ends with another card in the holder, that card can be used from the welcome screen
    When <first> pass
    And I put card "Red" in the holder
    And <second> pass
    Then the screen is <screen>
    When 1 ms pass
    Then the screen is Welcome
    And rule P-20 applied
    And rule DP-16 applied
    When I press Enter
    Then the screen is ServiceSelect
    And rule DP-07 applied
    And the display shows "Card 50.00 kr"

    Examples:
      | first | second | screen      |
      | 58 s  | 2 s    | WrongCard   |
      | 10 s  | 50 s   | Interrupted |

  @DP-16 @DP-23 @DP-29
  Scenario Outline: Whatever card comes in between, it is the wrong one and stays as it is
    Given a <kind> card "Other" with 60 kr
    When I put card "Other" in the holder
    Then the screen is WrongCard
    And rule DP-29 applied
    When I take the card out
    Then the screen is Interrupted
    And card "Other" is <standing>
    And card "Other" holds 60 kr
    And the ledger adds up

    Examples:
      | kind    | standing |
      | user    | valid    |
      | foreign | foreign  |
      | blocked | blocked  |
      | spoilt  | invalid  |

  @P-01 @DP-29
  Scenario: A destroyed card in between is a wrong card, too
    When I punch a hole in card "Red"
    And I put card "Red" in the holder
    Then the screen is WrongCard
    When I take the card out
    Then the screen is Interrupted

  @P-01 @DP-18 @DP-31 @DP-35
  Scenario: When the card is destroyed in the minute the desk closes the update, and then gives up its socket
    When I punch a hole in card "Blue"
    And the desk writes off card "Blue"
    Then the screen is Welcome
    And socket 2 is on
    And socket 2 holds 30 kr
    And the ledger has 70 kr in Lost
    When the desk releases socket 2
    Then rule DP-35 applied
    And socket 2 is off
    And the ledger has 100 kr in Lost
    And the ledger adds up
    When I put card "Red" in the holder
    And I press socket 2
    Then the screen is OutletStatus

  @P-07 @P-26 @DP-04 @DP-16 @DP-22 @DP-29
  Scenario: Credit can be checked while the minute runs
    When I press socket 2
    Then the screen is CreditCheck
    And rule P-26 applied
    And the display shows "SOCKET 2"
    And the display shows "Credit 30.00 kr"
    When 5000 ms pass
    Then the screen is CreditCheck
    When 1 ms pass
    Then the screen is Interrupted
    And the display shows "within 55 s"
    When I press socket 1
    And I press Back
    Then the screen is Interrupted
    And rule DP-02 applied
    When I press socket 2
    And I put card "Blue" in the holder
    Then the screen is Updating
    When 5 s pass
    Then socket 2 holds 50 kr

  @P-20 @DP-16 @DP-22
  Scenario: The minute ends while credit is being checked
    When 58 s pass
    And I press socket 2
    And 2 s pass
    Then the screen is CreditCheck
    When 1 ms pass
    Then the screen is Welcome
    And rule P-20 applied
    And card "Blue" is invalid


  @P-19 @P-20 @DP-16
  Scenario: At another pedestal the card is invalid, but it can still be completed where it was pulled out
    When I walk to pedestal 2
    Then the screen is Welcome
    When I put card "Blue" in the holder
    Then the screen is InvalidCard
    And the display shows "Update not finished"
    When 30 s pass
    And I take the card out
    And I walk to pedestal 1
    Then the screen is Interrupted
    When 30 s pass
    And I put card "Blue" in the holder
    Then the screen is Updating
    When 5 s pass
    Then card "Blue" is valid
    And card "Blue" holds 50 kr
    And socket 2 holds 50 kr
    And the ledger adds up

  @P-21 @DP-17 @DP-19
  Scenario: A reset at the desk while the minute is running closes the recovery
    When 30 s pass
    And the desk resets card "Blue"
    Then the screen is Welcome
    And rule DP-19 applied
    And rule DP-17 applied
    And card "Blue" is valid
    And card "Blue" holds 70 kr
    And socket 2 holds 30 kr
    And the ledger has 0 kr in Frozen
    And the ledger adds up
    When I put card "Blue" in the holder
    Then the screen is ServiceSelect
    And rule P-19 did not apply

  @DP-16 @DP-29 @DP-30
  Scenario: A card that another pedestal has marked meanwhile is a wrong card here
    Given a card "Nils" with 100 kr
    And 60001 ms pass
    When I put card "Nils" in the holder
    And I press socket 4
    And I press socket 4
    And I press Enter
    And 200 ms pass
    And I take the card out
    Then the screen is Interrupted
    And card "Nils" is valid
    When I walk to pedestal 2
    And I put card "Nils" in the holder
    Then the screen is ServiceSelect
    When I take the card out
    And card "Nils" has loaded 10 kr onto socket 1
    And card "Nils" has loaded 10 kr onto socket 1
    And I put card "Nils" in the holder
    And I press socket 1
    And I press socket 1
    And I press Enter
    And 2500 ms pass
    And I take the card out
    Then the screen is Interrupted
    And card "Nils" is invalid
    When I walk to pedestal 1
    And I put card "Nils" in the holder
    Then the screen is WrongCard
    When I take the card out
    And I walk to pedestal 2
    And I put card "Nils" in the holder
    Then the screen is Updating
    When 5 s pass
    And I take the card out
    Then card "Nils" is valid
    And card "Nils" holds 70 kr
    And socket 1 holds 30 kr
    And the ledger adds up
    When I walk to pedestal 1
    And I put card "Nils" in the holder
    Then the screen is WrongCard
    When 60 s pass
    And I press socket 4
    Then the screen is OutletStatus
    And the display shows "Pedestal 0.00 kr"
    And the ledger adds up
