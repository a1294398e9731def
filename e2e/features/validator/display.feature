Feature: What the display shows while nobody is served

  Date and time on both types; on the new one also the line, its direction and the number of the stop, and four fields.
  The bus computer tells the local time, at power-on and at each change.

  Background:
    Given a bus and an empty wallet

  @K-02 @K-04 @DK-01 @DK-34
  Scenario: The old type shows date and time in two lines
    Given I stand at the old validator
    When it is 2026-11-20 08:00:00
    Then rule K-02 applied
    And rule DK-01 applied
    And rule DK-34 applied
    And the screen is Rest
    And the clock shows 2026-11-20 08:00:00
    And the display shows "20-11-2026"
    And the display shows "08:00:00"
    And the display does not show "Normalny"
    And the lamp is off
    When 999 ms pass
    Then the display shows "08:00:00"
    When 1 ms pass
    Then the display shows "08:00:01"
    And I hear no beep

  @K-02 @K-04 @DK-01
  Scenario: The new type shows line, direction and stop as well, and four fields
    Given I stand at the new validator
    When it is 2026-11-20 08:00:00
    Then the screen is Rest
    And rule DK-01 applied
    And the clock shows 2026-11-20 08:00:00
    And the display shows "20-11-2026"
    And the display shows "08:00:00"
    And the display shows line 7 to "Osiedle Słoneczne", stop 1
    And the display shows "Normalny"
    And the display shows "Ulgowy"
    And the display shows "Sprawdzenie"
    And the display shows "Doładowanie"
    And the field Normal is ready
    And the field Top-up is ready
    When the bus goes to the next stop
    Then rule K-02 applied
    And the display shows line 7 to "Osiedle Słoneczne", stop 2
    When the bus goes to stop 12
    Then the display shows line 7 to "Osiedle Słoneczne", stop 12
    When the next run begins
    Then the display shows line 7 to "Dworzec", stop 1
    When I board bus 2
    Then the display shows line 24 to "Grabowa Górna", stop 1

  @K-02 @DK-34
  Scenario Outline: Midnight, the end of a month, of February and of a year
    Given I stand at the <face> validator
    And it is <last second>
    When 999 ms pass
    Then the clock shows <last second>
    When 1 ms pass
    Then the clock shows <first second>
    And the screen is Rest

    Examples:
      | face | last second         | first second        |
      | old  | 2026-11-20 23:59:59 | 2026-11-21 00:00:00 |
      | new  | 2026-11-20 23:59:59 | 2026-11-21 00:00:00 |
      | old  | 2026-11-30 23:59:59 | 2026-12-01 00:00:00 |
      | new  | 2026-11-30 23:59:59 | 2026-12-01 00:00:00 |
      | old  | 2026-12-31 23:59:59 | 2027-01-01 00:00:00 |
      | new  | 2026-12-31 23:59:59 | 2027-01-01 00:00:00 |
      | old  | 2027-02-28 23:59:59 | 2027-03-01 00:00:00 |
      | new  | 2028-02-28 23:59:59 | 2028-02-29 00:00:00 |

  @K-02 @DK-34
  Scenario Outline: The night in which the clocks go back an hour
    Given I stand at the <face> validator
    And it is 2026-10-25 02:59:59
    When 1 s pass
    Then the clock shows 2026-10-25 03:00:00
    When it is 2026-10-25 02:00:00
    Then rule DK-34 applied
    And the clock shows 2026-10-25 02:00:00
    When 1 h pass
    Then the clock shows 2026-10-25 03:00:00
    And the screen is Rest

    Examples:
      | face |
      | old  |
      | new  |

  @K-02 @DK-34
  Scenario Outline: The night in which the clocks go forward an hour
    Given I stand at the <face> validator
    And it is 2027-03-28 01:59:59
    When 1 s pass
    And it is 2027-03-28 03:00:00
    Then rule DK-34 applied
    And the clock shows 2027-03-28 03:00:00
    When 1 h pass
    Then the clock shows 2027-03-28 04:00:00

    Examples:
      | face |
      | old  |
      | new  |

  @K-05 @DK-04 @DK-34
  Scenario Outline: A key waits as long as ever while the clocks change
    Given I stand at the <face> validator
    And it is 2026-10-25 02:59:58
    And a reduced card "Ola" with 20 zł
    When I choose Normal
    And 2 s pass
    And it is 2026-10-25 02:00:00
    And 2950 ms pass
    And I hold card "Ola" against the validator
    And 400 ms pass
    Then the screen is Taken
    And card "Ola" holds 17 zł
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @K-13 @DK-13 @DK-34
  Scenario Outline: A ride in the night in which the clocks go back ends like any other
    Given I stand at the <face> validator
    And it is 2026-10-25 02:55:00
    And a normal card "Anna" with 20 zł
    And I tap card "Anna"
    When 4 min pass
    And it is 2026-10-25 02:00:00
    And the bus goes to stop 4
    And I hold card "Anna" against the validator
    And 400 ms pass
    Then the screen is Exit
    And rule DK-13 applied
    And card "Anna" holds 17.50 zł
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @DK-34 @K-08
  Scenario Outline: Between two runs the validator is out of service and registers nothing
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When the run ends
    Then the screen is OutOfService
    And rule DK-34 applied
    And the display shows "NIECZYNNY"
    When I choose Normal
    Then the screen is OutOfService
    When I choose Check
    Then the screen is OutOfService
    When I choose Top-up
    Then the screen is OutOfService
    When I hold card "Anna" against the validator
    And 400 ms pass
    Then the screen is Refused
    When I take the card away
    And I tap card "Anna"
    Then I hear 3 beeps
    And rule DK-34 applied
    And rule K-08 applied
    And card "Anna" holds 20 zł
    And card "Anna" has 0 changes
    When the next run begins
    Then the screen is Rest
    When I tap card "Anna"
    Then I hear 1 beep
    And card "Anna" holds 17 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-34 @K-02
  Scenario Outline: Until the bus computer has started the validator knows neither time nor place
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And the setting bus.boot_ms is 20000
    When the power fails
    Then the screen is dark
    And the lamp is off
    When 1 min pass
    And the power is back
    Then the screen is OutOfService
    And no clock is shown
    And rule DK-34 applied
    When I tap card "Anna"
    Then I hear 3 beeps
    And card "Anna" has 0 changes
    When the driver blocks the validators
    Then that is refused: "still starting"
    When 19249 ms pass
    Then the screen is OutOfService
    When 1 ms pass
    Then the screen is Rest
    And rule K-02 applied
    And the clock shows 2026-11-20 08:01:20

    Examples:
      | face |
      | old  |
      | new  |

  @K-04
  Scenario: A finger means the nearest field below the lines, and counts when it comes down
    Given I stand at the new validator
    When I touch the display at 160, 100
    Then the screen is Rest
    And rule K-04 did not apply
    When I touch the display at 5, 141
    Then the screen is Rest
    When I touch the display at 5, 142
    Then the screen is ArmedNormal
    And rule K-04 applied
    And the field Normal is armed
    When I touch the display at 160, 187
    Then the screen is ArmedReduced
    When I touch the display at 163, 190
    Then the screen is ArmedReduced
    When I touch the display at 159, 191
    Then the screen is ArmedCheck
    When I touch the display at 315, 235
    Then the screen is TopUpWait
    When I keep a finger on Normal
    Then the screen is ArmedNormal
    When 3 s pass
    And I keep a finger on Reduced
    Then the screen is ArmedNormal
    When I lift the finger
    And I touch Reduced
    Then the screen is ArmedReduced

  @K-04
  Scenario: Keys count when they go down, and not again before they have come up
    Given I stand at the old validator
    When I hold key N down
    Then the screen is ArmedNormal
    And rule K-04 applied
    When 4 s pass
    And I hold key N down
    And 1001 ms pass
    Then the screen is Rest
    When I let go of key N
    Then the screen is Rest
    When I press N
    Then the screen is ArmedNormal

  @K-04 @refusal
  Scenario: The old type has no display to touch, the new one no keys
    Given I stand at the old validator
    When I touch Normal
    Then that is refused: "no touch display"
    And the screen is Rest
    When I press N
    Then that is accepted
    And rule K-04 applied
    Given I stand at the new validator
    When I press N
    Then that is refused: "no keys"
    And the screen is Rest

  @DK-01 @K-09
  Scenario Outline: The display speaks three languages
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And the setting validator.device_lang is <language>
    When it is 2026-11-20 09:00:00
    Then rule DK-01 applied
    When I hold card "Anna" against the validator for 300 ms
    Then the display shows "<check>"
    And rule K-09 applied
    When I tap card "Anna"
    And the bus goes to stop 3
    And I hold card "Anna" against the validator
    And 400 ms pass
    Then the display shows "<refund>"

    Examples:
      | face | language | check            | refund         |
      | old  | pl       | Sprawdź operację | ZWROT 0,50 zł  |
      | old  | nb       | Sjekk operasjon  | RETUR 0,50 zł  |
      | old  | en       | Check operation  | REFUND 0.50 zł |
      | new  | pl       | Sprawdź operację | ZWROT 0,50 zł  |
      | new  | nb       | Sjekk operasjon  | RETUR 0,50 zł  |
      | new  | en       | Check operation  | REFUND 0.50 zł |
