Feature: Boarding

  Who boards applies the card to the marked place. The validator takes the normal fare, the reduced fare or none, and
  says so with the red lamp and one beep; if it does not, with three.

  Background:
    Given a bus and an empty wallet

  @K-03 @K-07 @K-12 @K-13 @K-14 @K-16 @DK-07
  Scenario Outline: A plain tap takes the fare that is coded on a personalised card
    Given I stand at the <face> validator
    And a <kind> card "Ola" with 20 zł
    When I hold card "Ola" against the validator
    And 399 ms pass
    Then the screen is Writing
    And the lamp is off
    And I hear no beep
    When 1 ms pass
    Then the screen is Taken
    And rule K-07 applied
    And rule DK-07 applied
    And the display shows "<taken>"
    And the display shows "<left>"
    And the lamp is on
    And I hear 1 beep
    When 1 h pass
    Then the screen is Taken
    And the lamp is on
    And I hear no beep
    And card "Ola" has 1 changes
    When I take the card away
    Then the screen is Rest
    And rule K-03 applied
    And the lamp is off
    And card "Ola" holds <balance> zł
    And card "Ola" holds a valid ride
    And the ledger has <advance> zł in Advances
    And the ledger has 0 zł in Fares
    And the ledger adds up

    Examples:
      | face | kind    | taken           | left          | balance | advance |
      | old  | normal  | POBRANO 3,00 zł | STAN 17,00 zł | 17      | 3       |
      | old  | reduced | POBRANO 1,50 zł | STAN 18,50 zł | 18.50   | 1.50    |
      | new  | normal  | POBRANO 3,00 zł | STAN 17,00 zł | 17      | 3       |
      | new  | reduced | POBRANO 1,50 zł | STAN 18,50 zł | 18.50   | 1.50    |

  @K-12 @K-13 @K-14 @K-16
  Scenario Outline: Which clauses a plain tap goes by
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When I tap card "Anna"
    Then rule K-12 applied
    And rule K-13 applied
    And rule K-14 applied
    And rule K-16 applied
    And rule K-05 did not apply
    And rule K-17 did not apply
    And I hear 1 beep

    Examples:
      | face |
      | old  |
      | new  |

  @K-08 @K-18 @DK-07 @DK-19
  Scenario Outline: The purse must hold the price of a single ticket, and exactly that is enough
    Given I stand at the <face> validator
    And a <kind> card "Ola" with <too little> zł
    And a <kind> card "Ala" with <enough> zł
    When I hold card "Ola" against the validator
    And 50 ms pass
    Then the screen is Refused
    And rule K-18 applied
    And rule K-08 applied
    And rule DK-07 applied
    And rule DK-19 applied
    And the display shows "BRAK ŚRODKÓW"
    And the display shows "STAN <shown> zł"
    And the lamp is on
    And I hear 3 beeps
    When 5 s pass
    And I take the card away
    Then card "Ola" holds <too little> zł
    And card "Ola" has 0 changes
    And card "Ola" holds no valid ride
    When I tap card "Ala"
    Then I hear 1 beep
    And card "Ala" holds 0 zł
    And card "Ala" holds a valid ride
    And the ledger adds up

    Examples:
      | face | kind    | too little | shown | enough |
      | old  | normal  | 2.99       | 2,99  | 3      |
      | old  | reduced | 1.49       | 1,49  | 1.50   |
      | new  | normal  | 2.99       | 2,99  | 3      |
      | new  | reduced | 1.49       | 1,49  | 1.50   |

  @K-18 @DK-19
  Scenario Outline: For a reduced ticket by key its own price is enough, and each companion is paid for separately
    Given I stand at the <face> validator
    And a normal card "Anna" with 4.50 zł
    When I tap card "Anna"
    And I choose Normal
    And I tap card "Anna"
    Then I hear 3 beeps
    And rule K-18 applied
    And rule DK-19 applied
    And card "Anna" holds 1.50 zł
    When I choose Reduced
    And I tap card "Anna"
    Then I hear 1 beep
    And card "Anna" holds 0 zł
    And card "Anna" carries 1 normal and 1 reduced tickets
    And the ledger has 4.50 zł in Advances

    Examples:
      | face |
      | old  |
      | new  |

  @K-17
  Scenario Outline: An entitlement that has ended is not mentioned, and the normal fare is taken
    Given I stand at the <face> validator
    And a reduced card "Ola" with 20 zł
    And card "Ola" gets an entitlement to reduced travel until <last day>
    When I hold card "Ola" against the validator
    And 400 ms pass
    Then the screen is Taken
    And the display shows "<taken>"
    And I hear 1 beep
    And card "Ola" holds <balance> zł
    And rule K-17 <applied>

    Examples:
      | face | last day   | taken           | balance | applied       |
      | old  | 2026-11-20 | POBRANO 1,50 zł | 18.50   | did not apply |
      | old  | 2026-11-19 | POBRANO 3,00 zł | 17      | applied       |
      | new  | 2026-11-20 | POBRANO 1,50 zł | 18.50   | did not apply |
      | new  | 2026-11-19 | POBRANO 3,00 zł | 17      | applied       |

  @DK-18 @K-05
  Scenario Outline: With U the reduced fare is taken whatever entitlement has ended
    Given I stand at the <face> validator
    And a reduced card "Ola" with 20 zł
    And card "Ola" gets an entitlement to reduced travel until 2026-11-19
    When I choose Reduced
    Then rule K-05 applied
    When I tap card "Ola"
    Then I hear 1 beep
    And rule DK-18 applied
    And card "Ola" holds 18.50 zł

    Examples:
      | face |
      | old  |
      | new  |

  @K-01 @K-14 @DK-16
  Scenario Outline: Who travels free is registered and needs no money
    Given I stand at the <face> validator
    And a free card "Senior" with 0 zł
    When I hold card "Senior" against the validator
    And 400 ms pass
    Then the screen is Free
    And the display shows "PRZEJAZD BEZPŁ."
    And the display shows "WAŻNY 20-11-2027"
    And I hear 1 beep
    And rule K-01 applied
    And rule K-14 applied
    And rule DK-16 applied
    When I take the card away
    Then card "Senior" holds a valid ride
    And card "Senior" holds 0 zł
    And the ledger has 0 zł in Advances

    Examples:
      | face |
      | old  |
      | new  |

  @DK-16 @K-14 @K-08 @DK-32
  Scenario Outline: Free travel that has ended is paid like any ride, or refused without a purse
    Given I stand at the <face> validator
    And a free card "Senior" with 10 zł
    And card "Senior" gets an entitlement to free travel until 2026-11-20
    And a free card "No purse" without a purse
    And card "No purse" gets an entitlement to free travel until 2026-11-20
    When I tap card "Senior"
    Then rule DK-16 applied
    When I tap card "No purse"
    Then rule DK-16 applied
    And card "No purse" holds a valid ride
    When it is 2026-11-21 08:00:00
    And the next run begins
    And I hold card "Senior" against the validator
    And 400 ms pass
    Then the screen is Taken
    And rule DK-16 did not apply
    And card "Senior" holds 7 zł
    When I take the card away
    And I hold card "No purse" against the validator
    And 50 ms pass
    Then the screen is Refused
    And rule DK-32 applied
    And the display shows "BRAK KONTRAKTU"
    And I hear 3 beeps
    And card "No purse" holds no valid ride

    Examples:
      | face |
      | old  |
      | new  |

  @DK-17 @K-08
  Scenario Outline: A bearer card does not say which ticket, so that it needs a key
    Given I stand at the <face> validator
    And a bearer card "Bearer" with 50 zł
    When I hold card "Bearer" against the validator
    And 50 ms pass
    Then the screen is Refused
    And rule DK-17 applied
    And rule K-08 applied
    And the display shows "<words>"
    And I hear 3 beeps
    And card "Bearer" has 0 changes
    When I take the card away
    And I choose Reduced
    And I tap card "Bearer"
    Then I hear 1 beep
    And card "Bearer" holds 48.50 zł
    And card "Bearer" holds a valid ride

    Examples:
      | face | words           |
      | old  | WYBIERZ N LUB U |
      | new  | WYBIERZ BILET   |

  @DK-17 @K-21
  Scenario Outline: A bearer card on which a fare is set is charged by it
    Given I stand at the <face> validator
    And a bearer card "Bearer" with 50 zł
    And card "Bearer" is set to <fare> fare
    When I tap card "Bearer"
    Then I hear 1 beep
    And rule DK-17 did not apply
    And card "Bearer" holds <balance> zł
    When card "Bearer" is set to no fare
    And the next run begins
    And I tap card "Bearer"
    Then I hear 3 beeps
    And rule DK-17 applied
    And card "Bearer" holds <balance> zł
    When card "Bearer" is set to normal fare
    And card "Bearer" gets a normal period ticket from 2026-10-01 to 2026-10-31
    And I tap card "Bearer"
    Then rule K-21 applied
    And I hear 1 beep

    Examples:
      | face | fare    | balance |
      | old  | normal  | 47      |
      | new  | reduced | 48.50   |

  @DK-32
  Scenario Outline: Only personalised cards can carry an entitlement
    Given I stand at the <face> validator
    And a bearer card "Bearer" with 50 zł
    When card "Bearer" gets an entitlement to free travel until 2027-11-20
    Then that is refused: "is a bearer card"
    Given a normal card "Anna" without a purse
    When I choose Normal
    And I tap card "Anna"
    Then I hear 3 beeps
    And rule DK-32 applied

    Examples:
      | face |
      | old  |
      | new  |

  @DK-31 @K-03 @DK-02 @off-chip-moment
  Scenario Outline: The lamp stays lit until the card has left and the last beep has ended
    Given I stand at the <face> validator
    And a normal card "Anna" with 2 zł
    When I hold card "Anna" against the validator for 50 ms
    Then I hear 3 beeps
    And rule DK-31 applied
    And the screen is Rest
    And rule K-03 applied
    And rule DK-02 applied
    And the lamp is on
    When 599 ms pass
    Then the lamp is on
    When 1 ms pass
    Then the lamp is off
    And rule DK-31 applied
    When I hold card "Anna" against the validator
    And 700 ms pass
    Then the lamp is on
    When I take the card away
    Then the lamp is off

    Examples:
      | face |
      | old  |
      | new  |

  @DK-02 @K-03 @off-chip-moment
  Scenario Outline: A message can be given a least time, though its card has left
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And the setting validator.message_min_ms is 3000
    When I hold card "Anna" against the validator for 400 ms
    Then the screen is Taken
    And rule K-03 applied
    And rule DK-02 applied
    When 2999 ms pass
    Then the screen is Taken
    And the lamp is on
    When 1 ms pass
    Then the screen is Rest
    And the lamp is off
    And rule DK-02 applied

    Examples:
      | face |
      | old  |
      | new  |
