Feature: First the key, then the card

  N and U make the validator ready for about five seconds to take one fare from the purse. On the new type the fields do
  the same.

  Background:
    Given a bus and an empty wallet

  @K-04 @K-05 @K-15
  Scenario Outline: A ticket by key or field
    Given I stand at the <face> validator
    And a bearer card "Bearer" with 50 zł
    When I choose <field>
    Then the screen is <armed>
    And rule K-04 applied
    And rule K-05 applied
    And rule K-15 applied
    And the display shows "<ticket>"
    And the display shows "ZBLIŻ KARTĘ"
    And the lamp is off
    And I hear no beep
    When I hold card "Bearer" against the validator
    And 400 ms pass
    Then the screen is Taken
    And I hear 1 beep
    And the lamp is on
    And card "Bearer" holds <balance> zł
    And the ledger adds up

    Examples:
      | face | field   | armed        | ticket          | balance |
      | old  | Normal  | ArmedNormal  | NORMALNY 3,00zł | 47      |
      | old  | Reduced | ArmedReduced | ULGOWY 1,50zł   | 48.50   |
      | new  | Normal  | ArmedNormal  | NORMALNY 3,00zł | 47      |
      | new  | Reduced | ArmedReduced | ULGOWY 1,50zł   | 48.50   |

  @K-05 @DK-04
  Scenario Outline: A card that is detected five seconds after the key counts, a millisecond later it does not
    Given I stand at the <face> validator
    And a reduced card "Ola" with 20 zł
    When I choose Normal
    And <later> ms pass
    And I hold card "Ola" against the validator
    And 50 ms pass
    Then rule K-16 <ended>
    When 400 ms pass
    Then the screen is Taken
    And card "Ola" holds <balance> zł

    Examples:
      | face | later | ended         | balance |
      | old  | 4950  | did not apply | 17      |
      | old  | 4951  | applied       | 18.50   |
      | new  | 4950  | did not apply | 17      |
      | new  | 4951  | applied       | 18.50   |

  @K-05 @DK-04
  Scenario Outline: The window ends without a sound
    Given I stand at the <face> validator
    When I choose <field>
    And 5000 ms pass
    Then the screen is <armed>
    When 1 ms pass
    Then the screen is Rest
    And rule DK-04 applied
    And I hear no beep
    And the lamp is off

    Examples:
      | face | field   | armed        |
      | old  | Normal  | ArmedNormal  |
      | old  | Reduced | ArmedReduced |
      | old  | Check   | ArmedCheck   |
      | new  | Normal  | ArmedNormal  |
      | new  | Reduced | ArmedReduced |
      | new  | Check   | ArmedCheck   |

  @K-05 @DK-04
  Scenario Outline: The same key again starts its five seconds anew, another key chooses anew
    Given I stand at the <face> validator
    And a bearer card "Bearer" with 50 zł
    When I choose Normal
    And 4 s pass
    And I choose <again>
    And 5000 ms pass
    Then the screen is <armed>
    When 1 ms pass
    Then the screen is Rest
    When I choose Normal
    And I choose <again>
    Then rule K-05 applied
    And rule DK-04 applied
    When I tap card "Bearer"
    Then card "Bearer" holds <balance> zł

    Examples:
      | face | again   | armed        | balance |
      | old  | Normal  | ArmedNormal  | 47      |
      | old  | Reduced | ArmedReduced | 48.50   |
      | new  | Normal  | ArmedNormal  | 47      |
      | new  | Reduced | ArmedReduced | 48.50   |

  @K-05 @DK-04
  Scenario Outline: How long a key waits is a setting
    Given I stand at the <face> validator
    And the setting validator.arm_ms is 8000
    When I choose Normal
    Then rule K-05 applied
    When 8000 ms pass
    Then the screen is ArmedNormal
    When 1 ms pass
    Then the screen is Rest
    And rule DK-04 applied

    Examples:
      | face |
      | old  |
      | new  |

  @DK-05 @K-15
  Scenario Outline: A card that lies at the validator already has to be applied again after the key
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I hold card "Anna" against the validator
    And 1 s pass
    When I choose Reduced
    Then the screen is Taken
    And rule K-15 applied
    When 3 s pass
    Then card "Anna" has 1 changes
    When I take the card away
    Then the screen is ArmedReduced
    When I tap card "Anna"
    Then I hear 1 beep
    And rule DK-05 applied
    And card "Anna" carries 1 normal and 1 reduced tickets

    Examples:
      | face |
      | old  |
      | new  |

  @DK-05 @K-20
  Scenario Outline: One key is one ticket
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And a bearer card "Bearer" with 50 zł
    When I choose Reduced
    And I tap card "Anna"
    Then rule DK-05 applied
    And rule K-20 applied
    And card "Anna" carries 0 normal and 1 reduced tickets
    When I tap card "Bearer"
    Then I hear 3 beeps
    And card "Bearer" holds 50 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-05 @K-18
  Scenario Outline: A card that is refused uses up the key all the same
    Given I stand at the <face> validator
    And a normal card "Poor" with 1 zł
    And a bearer card "Bearer" with 50 zł
    When I choose Normal
    And I tap card "Poor"
    Then I hear 3 beeps
    And rule K-18 applied
    And rule DK-05 applied
    When I tap card "Bearer"
    Then I hear 3 beeps
    And card "Bearer" holds 50 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-05 @K-05 @K-21
  Scenario Outline: A key always means the purse, even with a valid period ticket
    Given I stand at the <face> validator
    And a normal card "Commuter" with 20 zł
    And card "Commuter" gets a normal period ticket from 2026-11-01 to 2026-11-30
    When I choose Normal
    Then rule K-05 applied
    When I hold card "Commuter" against the validator
    Then the display shows "NORMALNY 3,00zł"
    When 400 ms pass
    Then the screen is Taken
    And rule DK-05 applied
    And card "Commuter" holds 17 zł
    When I take the card away
    And I tap card "Commuter"
    Then card "Commuter" holds 17 zł
    And I hear 1 beep
    And rule K-21 applied

    Examples:
      | face |
      | old  |
      | new  |

  @K-11 @DK-12
  Scenario Outline: A card from outside the system is air, and the key goes on waiting
    Given I stand at the <face> validator
    And a <kind> card "Stranger" without a purse
    And a bearer card "Bearer" with 50 zł
    When I hold card "Stranger" against the validator
    And 1 min pass
    Then the screen is Rest
    And the lamp is off
    And I hear no beep
    When I take the card away
    Then the screen is Rest
    When I choose Normal
    And 2 s pass
    And I hold card "Stranger" against the validator for 1 s
    Then rule K-11 applied
    And rule DK-12 applied
    And the screen is ArmedNormal
    And I hear no beep
    And the lamp is off
    When 1950 ms pass
    Then the screen is ArmedNormal
    When I hold card "Bearer" against the validator
    And 400 ms pass
    Then the screen is Taken
    And card "Bearer" holds 47 zł
    And card "Stranger" is <standing>
    And the ledger adds up

    Examples:
      | face | kind         | standing   |
      | old  | foreign      | foreign    |
      | new  | foreign      | foreign    |
      | old  | other city's | foreign    |
      | new  | other city's | foreign    |
      | old  | broken       | unreadable |
      | new  | broken       | unreadable |

  @K-11
  Scenario Outline: A destroyed card is air, too
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I punch a hole in card "Anna"
    When I tap card "Anna"
    Then I hear no beep
    And the screen is Rest
    And rule K-11 applied
    And card "Anna" is destroyed

    Examples:
      | face |
      | old  |
      | new  |

  @DK-12 @refusal @off-chip-two-cards
  Scenario Outline: The first card at a place stays the only one there
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And a foreign card "Gym" without a purse
    When I hold card "Anna" against the validator
    And I hold card "Gym" against the validator
    Then that is refused: "take it away first"
    When 1 s pass
    Then the screen is Taken
    And card "Anna" holds 17 zł
    When I take the card away
    And I hold card "Gym" against the validator
    And I hold card "Anna" against the validator
    Then that is refused: "take it away first"
    When I put card "Anna" in the pocket
    And 1 s pass
    Then the screen is Rest
    And rule DK-12 applied
    And card "Anna" has 1 changes

    Examples:
      | face |
      | old  |
      | new  |

  @DK-35 @DK-04
  Scenario: On the new type Sprawdzenie twice only starts its window anew
    Given I stand at the new validator
    And a normal card "Anna" with 20 zł
    When I choose Check
    And 4 s pass
    And I touch Check
    Then the screen is ArmedCheck
    And rule DK-35 applied
    And rule DK-04 applied
    When 4950 ms pass
    And I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Page

  @DK-03 @DK-22 @K-22
  Scenario: On the old type S twice is the top-up
    Given I stand at the old validator
    When I press S
    Then the screen is ArmedCheck
    And the display shows "SPRAWDZENIE"
    When I press S
    Then the screen is TopUpWait
    And rule DK-22 applied
    And rule K-22 applied
    And the display shows "Doładowanie"
    And the display shows "karty"
    Given I stand at the new validator
    When I touch Top-up
    Then the screen is TopUpWait
    And rule DK-22 did not apply
    And the display shows "karty"
