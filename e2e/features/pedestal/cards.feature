Feature: Cards that are not served

  Foreign, blocked, invalid, unreadable: the display says so, and nothing else happens. A destroyed or lost card takes
  its credit with it.

  Background:
    Given the marina as it opens
    And a blocked card "Blocked card" with 40 kr

  @P-20 @DP-23
  Scenario Outline: A card that is not served is told so and left alone
    When I put card "<card>" in the holder
    Then the screen is InvalidCard
    And rule DP-23 applied
    And rule P-09 did not apply
    And the display shows "INVALID CARD"
    And the display shows "<words>"
    And the display shows "Go to service desk"
    When I press socket 1
    And I press Enter
    Then the screen is InvalidCard
    When 5000 ms pass
    Then the screen is InvalidCard
    When 1 ms pass
    Then the screen is Welcome
    When I press Enter
    Then the screen is Welcome
    When I take the card out
    Then card "<card>" is <standing>
    And card "<card>" holds <balance> kr
    And the ledger adds up

    Examples:
      | card         | words               | standing | balance |
      | Gym card     | Not for this marina | foreign  | 0       |
      | Other marina | Not for this marina | foreign  | 80      |
      | Blocked card | The card is blocked | blocked  | 40      |
      | Spoilt card  | Update not finished | invalid  | 60      |

  @P-08 @DP-23
  Scenario: Back leaves the notice about a card that is not served, and so does taking the card out
    When I put card "Gym card" in the holder
    And I press Back
    Then the screen is Welcome
    When I take the card out
    And I put card "Gym card" in the holder
    Then the screen is InvalidCard
    When I take the card out
    Then the screen is Welcome
    And rule P-08 applied

  @P-01 @DP-18 @DP-23
  Scenario: A hole in the card destroys it and loses all credit on it
    When I punch a hole in card "My card"
    Then card "My card" is destroyed
    And the ledger has 100 kr in Lost
    And the ledger adds up
    When I put card "My card" in the holder
    Then the screen is InvalidCard
    And the display shows "Card cannot be read"
    When I take the card out
    And I walk to pedestal 2
    And I put card "My card" in the holder
    Then the screen is InvalidCard

  @P-02 @P-01 @DP-18 @refusal
  Scenario Outline: Nothing is done for a card that is destroyed or lost
    When <mishap>
    Then card "Guest card" is <standing>
    When <request>
    Then that is refused: "cards are not replaced"
    And the ledger has 250 kr in Lost
    And the ledger adds up

    Examples:
      | mishap                              | standing  | request                                     |
      | I punch a hole in card "Guest card" | destroyed | the desk loads 50 kr onto card "Guest card" |
      | I punch a hole in card "Guest card" | destroyed | the desk reads card "Guest card"            |
      | I lose card "Guest card"            | lost      | the desk resets card "Guest card"           |
      | I lose card "Guest card"            | lost      | I put card "Guest card" in the holder       |


  @P-25 @DP-09 @DP-18
  Scenario: Credit on a socket outlives its card and can be used up
    Given card "My card" has loaded 10 kr onto socket 2
    And I plug the boat into socket 2
    And I switch the fridge of the boat at socket 2 off
    When I punch a hole in card "My card"
    Then socket 2 is on
    And socket 2 holds 10 kr
    And the ledger has 90 kr in Lost
    When I put card "Guest card" in the holder
    And I press socket 2
    Then the screen is Busy
    When I take the card out
    And 10 h pass
    Then socket 2 is off
    And the ledger has 10 kr in Consumed
    When I put card "Guest card" in the holder
    And I press socket 2
    Then the screen is OutletStatus
    And the ledger adds up
