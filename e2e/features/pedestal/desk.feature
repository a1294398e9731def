Feature: The service desk

  Sells and loads, reads, pays out, resets invalid cards, and gives up what belonged to cards that are gone.

  Background:
    Given the marina as it opens

  @P-21 @DP-17 @DP-19
  Scenario: An invalid card is reset with the value it had at the interruption
    Then the ledger has 60 kr in Frozen
    When the desk reads card "Spoilt card"
    Then the desk reads out "invalid, 60.00 kr. Interrupted at pedestal 2; a reset restores 60.00 kr."
    When the desk resets card "Spoilt card"
    Then that is accepted
    And card "Spoilt card" is valid
    And card "Spoilt card" holds 60 kr
    And the ledger has 0 kr in Frozen
    And the ledger has 410 kr in Cards
    And the ledger adds up
    When I put card "Spoilt card" in the holder
    Then the screen is ServiceSelect
    And the display shows "Card 60.00 kr"

  @P-04 @DP-19
  Scenario: The desk loads cards, reads them with what they have on the sockets, and pays them out
    Given card "My card" has loaded 30 kr onto socket 2
    When the desk loads 50 kr onto card "My card"
    Then that is accepted
    And card "My card" holds 120 kr
    And the ledger has 460 kr in Sold
    When the desk reads card "My card"
    Then the desk reads out "valid, 120.00 kr."
    And the desk reads out "Socket 1.2 holds 30.00 kr of it."
    And the desk reads out "load -30.00 (socket 1.2) = 70.00 kr"
    When the desk pays out card "Guest card"
    Then card "Guest card" holds 0 kr
    And the ledger has 250 kr in CashOut
    And the ledger adds up


  @P-20 @DP-19 @refusal
  Scenario Outline: The desk refuses what cannot be done, with a reason
    Given a blocked card "Blocked card" with 40 kr
    When <request>
    Then that is refused: "<reason>"
    And the ledger adds up

    Examples:
      | request                                      | reason                        |
      | the desk loads 50 kr onto card "Spoilt card" | have it reset first           |
      | the desk pays out card "Spoilt card"         | have it reset first           |
      | the desk resets card "My card"               | there is nothing to reset     |
      | the desk pays out card "Empty card"          | holds nothing to pay out      |
      | the desk loads 50 kr onto card "Gym card"    | was not issued by this marina |
      | the desk resets card "Blocked card"          | is blocked by its issuer      |

  @P-04 @DP-19
  Scenario Outline: When the hours are enforced the desk is open Monday to Friday, 08:00 to 15:30
    Given the setting desk.enforce_hours is yes
    And it is <time>
    When the desk loads 50 kr onto card "My card"
    Then that is <answer>
    And card "My card" holds <balance> kr

    Examples: a Friday
      | time                | answer                                | balance |
      | 2026-11-20 07:59:59 | refused: "The service desk is closed" | 100     |
      | 2026-11-20 08:00:00 | accepted                              | 150     |
      | 2026-11-20 15:29:59 | accepted                              | 150     |
      | 2026-11-20 15:30:00 | refused: "The service desk is closed" | 100     |

    Examples: the days after
      | time                | answer                                | balance |
      | 2026-11-21 12:00:00 | refused: "The service desk is closed" | 100     |
      | 2026-11-22 12:00:00 | refused: "The service desk is closed" | 100     |
      | 2026-11-23 12:00:00 | accepted                              | 150     |

  @P-04 @DP-19
  Scenario: Unless the hours are enforced the desk serves at night
    Given it is 2026-11-22 03:00:00
    When the desk resets card "Spoilt card"
    Then that is accepted
    And card "Spoilt card" is valid

  @DP-09 @DP-18 @DP-35
  Scenario Outline: The desk gives up the credit of a card that is gone
    Given card "My card" has loaded 30 kr onto socket 2
    When <mishap>
    Then the ledger has 70 kr in Lost
    And socket 2 is on
    When the desk releases socket 2
    Then rule DP-35 applied
    And socket 2 is off
    And socket 2 holds 0 kr
    And the ledger has 100 kr in Lost
    And the ledger adds up
    When I put card "Guest card" in the holder
    And I press socket 2
    Then the screen is OutletStatus

    Examples:
      | mishap                           |
      | I punch a hole in card "My card" |
      | I lose card "My card"            |

  @DP-31 @DP-35 @refusal
  Scenario: The desk does not give up a socket whose update still waits for its card
    Given card "My card" has loaded 30 kr onto socket 2
    When I put card "My card" in the holder
    And I press socket 2, 2 times
    And I press Enter
    And 2 s pass
    And I take the card out
    And I lose card "My card"
    When the desk releases socket 2
    Then that is refused: "An update of socket 2 waits for its card"
    And socket 2 holds 30 kr
    When the desk writes off card "My card"
    And the desk releases socket 2
    Then rule DP-35 applied
    And socket 2 holds 0 kr
    And the ledger has 100 kr in Lost
    And the ledger adds up

  @DP-31 @DP-35 @refusal
  Scenario: The desk gives nothing up while the card is whole
    Given card "My card" has loaded 30 kr onto socket 2
    When the desk releases socket 2
    Then that is refused: "holds no credit of a destroyed or lost card"
    And socket 2 is on
    And socket 2 holds 30 kr
    When the desk writes off card "My card"
    Then that is refused: "neither destroyed nor lost"
