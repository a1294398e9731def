Feature: Checking a card

  S, and then the card: period tickets, purse and this ride, page by page, with two beeps. Nothing is written.

  Background:
    Given a bus and an empty wallet

  @K-06 @K-03 @DK-06
  Scenario Outline: The pages come in turn, two seconds each, and again
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And card "Anna" gets a normal period ticket from 2026-12-01 to 2026-12-30
    And card "Anna" gets a reduced period ticket from 2026-10-01 to 2026-10-31
    When I choose Check
    Then the display shows "SPRAWDZENIE"
    And rule K-06 applied
    When I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Page
    And rule K-06 applied
    And rule DK-06 applied
    And I hear 2 beeps
    And the lamp is on
    And the display shows "BILET OKRESOWY U"
    And the display shows "MINĄŁ 31-10-2026"
    When 1999 ms pass
    Then the display shows "BILET OKRESOWY U"
    When 1 ms pass
    Then the display shows "BILET OKRESOWY N"
    And the display shows "OD 01-12-2026"
    When 2 s pass
    Then the display shows "PORTMONETKA"
    And the display shows "STAN 20,00 zł"
    When 2 s pass
    Then the display shows "PRZEJAZD"
    And the display shows "NIEZAREJESTR."
    When 2 s pass
    Then the display shows "BILET OKRESOWY U"
    And the lamp is on
    And I hear no beep
    When 1 min pass
    And I take the card away
    Then the screen is Rest
    And rule K-03 applied
    And rule DK-06 applied
    And card "Anna" has 2 changes
    And card "Anna" holds 20 zł

    Examples:
      | face |
      | old  |
      | new  |

  @K-06 @DK-06
  Scenario Outline: The page about the ride tells the tickets in this vehicle
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I tap card "Anna"
    And I choose Reduced
    And I tap card "Anna"
    And I choose Reduced
    And I tap card "Anna"
    When I choose Check
    And I hold card "Anna" against the validator
    And 50 ms pass
    Then the display shows "BRAK"
    And rule K-06 applied
    And rule DK-06 applied
    When 4 s pass
    Then the display shows "SKASOWANO N1 U2"
    When I take the card away
    And the bus goes to stop 4
    And I tap card "Anna"
    And I choose Check
    And I hold card "Anna" against the validator
    And 4050 ms pass
    Then the display shows "WYJŚCIE ZAREJ."
    When I take the card away
    And I board bus 2
    And I choose Check
    And I hold card "Anna" against the validator
    And 4050 ms pass
    Then the display shows "NIEZAREJESTR."

    Examples:
      | face |
      | old  |
      | new  |

  @K-06 @DK-06
  Scenario Outline: A card without a purse and one whose holder rides without a ticket
    Given I stand at the <face> validator
    And a normal card "Period only" without a purse
    And card "Period only" gets a normal period ticket from 2026-11-01 to 2026-11-30
    And I tap card "Period only"
    When I choose Check
    And I hold card "Period only" against the validator
    And 50 ms pass
    Then the display shows "WAŻNY 30-11-2026"
    And rule DK-06 applied
    And rule K-06 applied
    When 2 s pass
    Then the display shows "PORTMONETKA"
    And the display shows "BRAK"
    When 2 s pass
    Then the display shows "BILET OKRESOWY"
    And the display shows "ZAREJESTROWANY"

    Examples:
      | face |
      | old  |
      | new  |

  @DK-06 @K-09
  Scenario Outline: A card that leaves a check early has missed nothing but pages
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When I choose Check
    And I hold card "Anna" against the validator for 51 ms
    Then the screen is Rest
    And rule DK-06 applied
    And rule K-09 did not apply
    And I hear 2 beeps
    And card "Anna" has 0 changes
    When I hold card "Anna" against the validator for 51 ms
    Then rule K-09 applied
    And I hear 3 beeps

    Examples:
      | face |
      | old  |
      | new  |

  @DK-06 @DK-04 @K-06
  Scenario Outline: The check has the same window as the tickets, and its pages can be slower
    Given I stand at the <face> validator
    And the setting validator.page_ms is 4000
    And a normal card "Anna" with 20 zł
    When I choose Check
    And 4950 ms pass
    And I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Page
    And rule DK-06 applied
    And the display shows "BILET OKRESOWY"
    When 3999 ms pass
    Then the display shows "BILET OKRESOWY"
    When 1 ms pass
    Then the display shows "PORTMONETKA"
    When I take the card away
    And I choose Check
    And 4951 ms pass
    And I hold card "Anna" against the validator
    And 400 ms pass
    Then the screen is Taken

    Examples:
      | face |
      | old  |
      | new  |
