Feature: Period tickets

  A ticket that is valid on the day comes before the purse; one that has ended is not mentioned.

  Background:
    Given a bus and an empty wallet

  @K-21 @K-12 @DK-21
  Scenario Outline: The first and the last day are included, and other days are the purse's
    Given I stand at the <face> validator
    And a normal card "Commuter" with 20 zł
    And card "Commuter" gets a normal period ticket from <from> to <to>
    When I hold card "Commuter" against the validator
    And 400 ms pass
    Then the screen is <screen>
    And I hear 1 beep
    And the lamp is on
    And card "Commuter" holds <balance> zł
    And rule K-21 applied
    And rule K-12 applied
    And rule DK-21 <by period>
    When I take the card away
    Then card "Commuter" holds a valid ride
    And the ledger adds up

    Examples:
      | face | from       | to         | screen | balance | by period     |
      | old  | 2026-11-20 | 2026-12-19 | Period | 20      | applied       |
      | new  | 2026-11-20 | 2026-12-19 | Period | 20      | applied       |
      | old  | 2026-10-22 | 2026-11-20 | Period | 20      | applied       |
      | new  | 2026-10-22 | 2026-11-20 | Period | 20      | applied       |
      | old  | 2026-11-21 | 2026-12-20 | Taken  | 17      | did not apply |
      | new  | 2026-11-21 | 2026-12-20 | Taken  | 17      | did not apply |
      | old  | 2026-10-21 | 2026-11-19 | Taken  | 17      | did not apply |
      | new  | 2026-10-21 | 2026-11-19 | Taken  | 17      | did not apply |

  @K-21 @DK-21
  Scenario Outline: Of several valid tickets the one that ends first is used
    Given I stand at the <face> validator
    And a normal card "Commuter" with 20 zł
    And card "Commuter" gets a normal period ticket from 2026-11-10 to 2026-12-09
    And card "Commuter" gets a normal period ticket from 2026-11-01 to 2026-11-30
    And card "Commuter" gets a normal period ticket from 2026-11-25 to 2026-11-26
    When I hold card "Commuter" against the validator
    And 400 ms pass
    Then the display shows "BILET OKRESOWY"
    And the display shows "WAŻNY 30-11-2026"
    And rule DK-21 applied

    Examples:
      | face |
      | old  |
      | new  |

  @DK-34 @DK-21 @K-21
  Scenario Outline: The day of an operation is that on which the card is detected
    Given I stand at the <face> validator
    And a normal card "Commuter" with 20 zł
    And card "Commuter" gets a normal period ticket from 2026-10-22 to 2026-11-20
    And it is 2026-11-20 23:59:59
    When <before> ms pass
    And I hold card "Commuter" against the validator
    And 400 ms pass
    Then the screen is <screen>
    And card "Commuter" holds <balance> zł
    And rule K-21 applied

    Examples:
      | face | before | screen | balance |
      | old  | 949    | Period | 20      |
      | old  | 950    | Taken  | 17      |
      | new  | 949    | Period | 20      |
      | new  | 950    | Taken  | 17      |

  @K-21 @K-18
  Scenario Outline: When all tickets have ended the purse is tried without a warning
    Given I stand at the <face> validator
    And a reduced card "Ola" with 2.50 zł
    And card "Ola" gets a reduced period ticket from 2026-10-01 to 2026-10-31
    When I tap card "Ola"
    Then rule K-21 applied
    And I hear 1 beep
    And card "Ola" holds 1 zł
    When the next run begins
    And I hold card "Ola" against the validator
    And 50 ms pass
    Then rule K-18 applied
    And the display shows "BRAK ŚRODKÓW"
    And I hear 3 beeps

    Examples:
      | face |
      | old  |
      | new  |

  @K-21
  Scenario Outline: A card that has nothing but a ticket which has ended is refused
    Given I stand at the <face> validator
    And a normal card "Period only" without a purse
    And card "Period only" gets a normal period ticket from 2026-11-01 to 2026-11-20
    When I tap card "Period only"
    Then I hear 1 beep
    And rule K-21 applied
    When it is 2026-11-21 08:00:00
    And the next run begins
    And I hold card "Period only" against the validator
    And 50 ms pass
    Then the screen is Refused
    And the display shows "BRAK KONTRAKTU"
    And card "Period only" holds no valid ride

    Examples:
      | face |
      | old  |
      | new  |

  @K-21 @DK-13
  Scenario Outline: A holder with a period ticket who pays for a friend gets off with one tap
    Given I stand at the <face> validator
    And a normal card "Commuter" with 20 zł
    And card "Commuter" gets a normal period ticket from 2026-11-01 to 2026-11-30
    And I tap card "Commuter"
    And I choose Reduced
    And I tap card "Commuter"
    And card "Commuter" carries 0 normal and 1 reduced tickets
    When the bus goes to stop 4
    And I tap card "Commuter"
    Then rule DK-13 applied
    And card "Commuter" holds 18.75 zł
    And the ledger has 1.25 zł in Fares
    When the bus goes to the next stop
    And I tap card "Commuter"
    Then rule K-21 applied

    Examples:
      | face |
      | old  |
      | new  |

  @K-12 @K-10 @DK-11
  Scenario Outline: A period ticket has to be registered, unless nothing on the bus registers anything
    Given I stand at the <face> validator
    And a normal card "Commuter" with 20 zł
    And card "Commuter" gets a normal period ticket from 2026-11-01 to 2026-11-30
    And a normal card "Anna" with 20 zł
    When the inspector checks card "Commuter"
    Then the inspector finds "not registered on this ride (K-12)"
    And card "Commuter" holds no valid ride
    When the driver blocks the validators
    Then card "Commuter" holds a valid ride
    And card "Anna" holds no valid ride
    When the inspector checks card "Commuter"
    Then the inspector finds "that is enough (DK-11)"
    When I hold card "Commuter" against the validator
    And 50 ms pass
    Then the screen is Refused
    And the display shows "ZABLOKOWANY"
    And rule DK-11 applied
    And rule K-10 applied
    And I hear 3 beeps
    When I take the card away
    Then card "Commuter" has 1 changes
    And card "Commuter" holds a valid ride
    When the driver unblocks the validators
    Then card "Commuter" holds no valid ride
    When I tap card "Commuter"
    Then rule K-12 applied
    And card "Commuter" holds a valid ride

    Examples:
      | face |
      | old  |
      | new  |
