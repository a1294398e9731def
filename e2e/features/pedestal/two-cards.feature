Feature: Two cards in the holder at once

  Two cards of the marina together are not served. A foreign card beside one of the marina is ignored.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And a card "Red" with 50 kr
    And a foreign card "Gym card" with 0 kr
    And a other marina's card "Other marina" with 80 kr

  @DK-39
  Scenario: No card is served, and the display asks for one card
    When I put card "Blue" and card "Red" in the holder
    Then the screen is OneCardOnly
    And the display shows "ONE CARD ONLY"
    And the display shows "Take both cards out"
    And rule DK-39 applied
    And rule P-09 did not apply
    When I press socket 2
    And I press Enter
    Then the screen is OneCardOnly
    When I take the card out
    Then the screen is Welcome
    And card "Blue" is valid
    And card "Blue" holds 100 kr
    And card "Red" holds 50 kr
    When I put card "Blue" in the holder
    Then the screen is ServiceSelect
    And rule DK-39 did not apply
    And the ledger adds up

  @DK-39 @P-07 @DP-02
  Scenario: The request goes back to the welcome screen like any other, and the cards have to leave
    When I put card "Blue" and card "Red" in the holder
    And 5000 ms pass
    Then the screen is OneCardOnly
    When 1 ms pass
    Then the screen is Welcome
    And rule P-07 applied
    And the display does not show "Card in the holder"
    When I press Enter
    Then the screen is Welcome
    When I take the card out
    And I put card "Blue" and card "Red" in the holder
    Then rule DK-39 applied
    When I press Back
    Then the screen is Welcome

  @DK-39
  Scenario Outline: A foreign card beside one of the marina is ignored, and the other one is served
    When I put card "<first>" and card "<second>" in the holder
    Then the screen is ServiceSelect
    And rule DK-39 did not apply
    And the display shows "Card 100.00 kr"
    When I press socket 2
    And I press socket 2, 3 times
    And I press Enter
    And 5 s pass
    Then the screen is RemoveCard
    When I take the card out
    Then card "Blue" holds 70 kr
    And socket 2 holds 30 kr
    And the ledger adds up

    Examples:
      | first        | second       |
      | Blue         | Gym card     |
      | Gym card     | Blue         |
      | Other marina | Blue         |
      | Blue         | Other marina |

  @DK-39
  Scenario Outline: A foreign card that the reader lists first is ignored as well
    Given a card "Green" with 60 kr
    When I put card "<other>" and card "Green" in the holder
    Then the screen is ServiceSelect
    And rule DK-39 did not apply
    And the display shows "Card 60.00 kr"
    When I take the card out
    Then the screen is Welcome
    And card "Green" holds 60 kr
    And the ledger adds up

    Examples:
      | other        |
      | Gym card     |
      | Other marina |

  @DK-39 @DP-29 @P-19
  Scenario: While the minute runs two cards are not the one that is waited for
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2
    And I press Enter
    And 2 s pass
    And I take the card out
    Then the screen is Interrupted
    When I put card "Red" and card "Blue" in the holder
    Then the screen is OneCardOnly
    And the display shows "within 60 s"
    And rule DK-39 applied
    When 5001 ms pass
    Then the screen is Interrupted
    When I take the card out
    Then the screen is Interrupted
    When I put card "Blue" in the holder
    Then the screen is Updating
    When 5 s pass
    And I take the card out
    Then card "Blue" holds 90 kr
    And card "Red" holds 50 kr
    And socket 2 holds 10 kr
    And the ledger adds up

  @DK-39 @DP-32
  Scenario: Two cards in the holder at power-on are two cards that are put in
    When the power fails
    And I put card "Blue" and card "Red" in the holder
    And the power is back
    Then the screen is OneCardOnly
    And rule DK-39 applied

  @DK-39 @refusal
  Scenario: One card does not join another one, and two are two
    When I put card "Blue" in the holder
    And I put card "Red" in the holder
    Then that is refused: "A card lies in the holder"
    When I put card "Red" and card "Gym card" in the holder
    Then that is refused: "A card lies in the holder"
    When I take the card out
    And I put card "Red" and card "Red" in the holder
    Then that is refused: "is one card"
    When I put card "Blue" and card "Red" in the holder
    Then rule DK-39 applied
    When I put card "Gym card" in the holder
    Then that is refused: "A card lies in the holder"

  @DK-39 @DP-03
  Scenario Outline: The display asks for one card in its language
    Given the setting ui.device_lang is <language>
    When I put card "Blue" and card "Red" in the holder
    Then the display shows "<words>"
    And the display shows "<please>"
    And rule DK-39 applied

    Examples:
      | language | words         | please              |
      | en       | ONE CARD ONLY | Take both cards out |
      | nb       | BARE ETT KORT | Ta ut begge kortene |
      | pl       | TYLKO 1 KARTA | Wyjmij obie karty   |
