Feature: Two cards against the validator at once

  Two cards of the system together are not served. A foreign card beside one of the system is ignored.

  Background:
    Given a bus and an empty wallet
    And a normal card "Anna" with 20 zł
    And a normal card "Bela" with 20 zł
    And a foreign card "Gym card" without a purse
    And a other city's card "Other city" with 20 zł
    And a controller card "Control" without a purse

  @DK-39 @K-08 @DK-05
  Scenario Outline: No card is changed, and the display asks for one card
    Given I stand at the <face> validator
    When I choose Normal
    And I hold card "Anna" and card "<other>" against the validator
    And 49 ms pass
    Then the screen is ArmedNormal
    When 1 ms pass
    Then the screen is Refused
    And the display shows "TYLKO 1 KARTA"
    And I hear 3 beeps
    And the lamp is on
    And rule DK-39 applied
    And rule K-08 applied
    When 10 s pass
    Then the display shows "TYLKO 1 KARTA"
    When I take the card away
    Then the screen is Rest
    And the lamp is off
    And card "Anna" has 0 changes
    And card "<other>" has 0 changes
    When I tap card "Anna"
    Then I hear 1 beep
    And rule DK-39 did not apply
    And card "Anna" holds 17 zł
    And the ledger adds up

    Examples:
      | face | other   |
      | old  | Bela    |
      | new  | Bela    |
      | old  | Control |
      | new  | Control |

  @DK-39 @K-11
  Scenario Outline: A foreign card beside one of the system is ignored, and the other one is served
    Given I stand at the <face> validator
    When I hold card "<first>" and card "<second>" against the validator
    And 1 s pass
    Then the screen is Taken
    And I hear 1 beep
    And rule DK-39 did not apply
    And card "Bela" has 1 changes
    When I take the card away
    Then the screen is Rest
    And card "Bela" holds 17 zł
    And the ledger adds up

    Examples:
      | face | first      | second     |
      | old  | Bela       | Gym card   |
      | new  | Gym card   | Bela       |
      | old  | Other city | Bela       |
      | new  | Bela       | Other city |

  @DK-39 @K-11
  Scenario Outline: A foreign card that the reader lists first is ignored as well
    Given a normal card "Cela" with 20 zł
    And I stand at the <face> validator
    When I hold card "<other>" and card "Cela" against the validator
    And 1 s pass
    Then the screen is Taken
    And I hear 1 beep
    And rule DK-39 did not apply
    And card "Cela" has 1 changes
    When I take the card away
    Then the screen is Rest
    And card "Cela" holds 17 zł
    And card "Other city" holds 20 zł
    And the ledger adds up

    Examples:
      | face | other      |
      | old  | Gym card   |
      | new  | Other city |

  @DK-39 @K-09
  Scenario Outline: Both cards leave together, also in the middle of a write
    Given I stand at the <face> validator
    When I hold card "Bela" and card "Other city" against the validator
    And 100 ms pass
    And I take the card away
    Then the screen is CheckOperation
    And card "Bela" holds 20 zł
    And card "Other city" has 0 changes
    When I hold card "Gym card" and card "Other city" against the validator
    And 1 s pass
    Then the screen is CheckOperation
    And rule DK-39 did not apply
    When I take the card away
    And 5 s pass
    Then the screen is Rest
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @DK-39 @refusal
  Scenario: One card does not join another one, and two are two
    When I hold card "Anna" against the validator
    And I hold card "Bela" against the validator
    Then that is refused: "A card is held to the validator"
    When I hold card "Bela" and card "Control" against the validator
    Then that is refused: "A card is held to the validator"
    When I take the card away
    And I hold card "Anna" and card "Anna" against the validator
    Then that is refused: "is one card"
    When I hold card "Anna" and card "Nobody" against the validator
    Then that is refused: "no card named"
    When I hold card "Anna" and card "Bela" against the validator
    And 1 s pass
    Then the screen is Refused
    And rule DK-39 applied
    When I hold card "Control" against the validator
    Then that is refused: "A card is held to the validator"

  @DK-39 @DK-38
  Scenario Outline: Two cards that were there when the power came back have to leave, too
    Given I stand at the <face> validator
    When the power fails
    And I hold card "Anna" and card "Bela" against the validator
    And the power is back
    And 5 s pass
    Then the screen is TakeAway
    And rule DK-38 applied
    And rule DK-39 applied
    When I take the card away
    Then the screen is Rest
    And card "Anna" has 0 changes
    And card "Bela" has 0 changes
    When I tap card "Bela"
    Then card "Bela" holds 17 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-39
  Scenario Outline: The display asks for one card in its language
    Given I stand at the <face> validator
    And the setting validator.device_lang is <language>
    When I hold card "Anna" and card "Bela" against the validator
    And 1 s pass
    Then the display shows "<words>"
    And rule DK-39 applied

    Examples:
      | face | language | words         |
      | old  | en       | ONE CARD ONLY |
      | new  | nb       | BARE ETT KORT |
      | old  | pl       | TYLKO 1 KARTA |
