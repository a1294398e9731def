Feature: The side pocket

  What was bought on the web is put on the card in the side pocket: S twice on the old type, Doładowanie on the new one.

  Background:
    Given a bus and an empty wallet
    And a normal card "Anna" with 20 zł

  @K-22 @DK-23 @DK-24
  Scenario Outline: A top-up is fetched
    Given I stand at the <face> validator
    And I order a top-up of 30 zł for card "Anna"
    And the ledger has 30 zł in Orders
    When I choose Top-up
    Then the screen is TopUpWait
    And rule K-22 applied
    And rule DK-23 applied
    And the display shows "Doładowanie"
    And the display shows "karty"
    And the lamp is off
    And I hear no beep
    When I put card "Anna" in the pocket
    And 50 ms pass
    Then the screen is TopUpRun
    And rule DK-24 applied
    And the display shows "Czekaj"
    When 2999 ms pass
    Then the screen is TopUpRun
    And the lamp is off
    And I hear no beep
    When 1 ms pass
    Then the screen is Orders
    And rule K-22 applied
    And the display shows "Pobrano 1 trans."
    And the display shows "STAN 50,00 zł"
    And the lamp is on
    And I hear 1 beep
    And card "Anna" holds 50 zł
    And the web shop has 0 orders for card "Anna"
    And the ledger has 0 zł in Orders
    When 1 min pass
    Then the screen is Orders
    When I take the card out of the pocket
    Then the screen is Rest
    And the lamp is off
    And card "Anna" has 1 changes
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @K-22 @DK-24
  Scenario Outline: A top-up and a period ticket are fetched together
    Given I stand at the <face> validator
    And I order a top-up of 30 zł for card "Anna"
    And I order a normal period ticket of 30 days from 2026-11-20 for card "Anna"
    And the web shop has 2 orders for card "Anna"
    When I choose Top-up
    And I put card "Anna" in the pocket
    And 3050 ms pass
    Then the display shows "Pobrano 2 trans."
    And I hear 1 beep
    And rule DK-24 applied
    And the web shop has 0 orders for card "Anna"
    And card "Anna" has 1 changes
    When I take the card out of the pocket
    And I hold card "Anna" against the validator
    And 400 ms pass
    Then the screen is Period
    And the display shows "WAŻNY 19-12-2026"
    And card "Anna" holds 50 zł

    Examples:
      | face |
      | old  |
      | new  |

  @K-22 @DK-24
  Scenario Outline: A period ticket alone can be fetched by a card without a purse
    Given I stand at the <face> validator
    And a normal card "Period only" without a purse
    And I order a reduced period ticket of 14 days from 2026-11-23 for card "Period only"
    When I choose Top-up
    And I put card "Period only" in the pocket
    And 3050 ms pass
    Then the display shows "Pobrano 1 trans."
    And rule K-22 applied
    And rule DK-24 applied
    And the display does not show "STAN 0,00 zł"
    When I take the card out of the pocket
    And I choose Check
    And I hold card "Period only" against the validator
    And 50 ms pass
    Then the display shows "BILET OKRESOWY U"
    And the display shows "OD 23-11-2026"

    Examples:
      | face |
      | old  |
      | new  |

  @K-22
  Scenario: The new type shows how far a transfer is
    Given I stand at the new validator
    And I order a top-up of 30 zł for card "Anna"
    When I choose Top-up
    And I put card "Anna" in the pocket
    And 50 ms pass
    Then the bar is at 0 of 50
    When 1500 ms pass
    Then the bar is at 25 of 50
    When 1440 ms pass
    Then the bar is at 49 of 50
    When 60 ms pass
    Then the screen is Orders
    And rule K-22 applied

  @K-22 @DK-24 @K-08
  Scenario Outline: Nothing waits for the card
    Given I stand at the <face> validator
    And a normal card "Web" with 20 zł
    And I order a top-up of 30 zł for card "Web"
    When I choose Top-up
    And I put card "Anna" in the pocket
    And 50 ms pass
    Then the screen is Refused
    And the display shows "Brak doładowań"
    And rule DK-24 applied
    And the lamp is on
    And I hear 3 beeps
    And card "Anna" has 0 changes
    And the web shop has 1 orders for card "Web"
    When 1 s pass
    And I take the card out of the pocket
    Then the screen is Rest

    Examples:
      | face |
      | old  |
      | new  |

  @K-22 @DK-23
  Scenario Outline: The pocket waits ten seconds
    Given I stand at the <face> validator
    And I order a top-up of 30 zł for card "Anna"
    When I choose Top-up
    And 10000 ms pass
    Then the screen is TopUpWait
    When 1 ms pass
    Then the screen is Refused
    And rule DK-23 applied
    And the display shows "Brak karty"
    And the lamp is on
    And I hear 3 beeps
    When 4999 ms pass
    Then the display shows "Brak karty"
    When 1 ms pass
    Then the screen is Rest
    And the lamp is off
    When I choose Top-up
    And 9950 ms pass
    And I put card "Anna" in the pocket
    And 50 ms pass
    Then the screen is TopUpRun
    When 3 s pass
    Then card "Anna" holds 50 zł
    When I take the card out of the pocket
    And I choose Top-up
    And 9951 ms pass
    And I put card "Anna" in the pocket
    And 50 ms pass
    Then the screen is Refused
    And the display shows "Brak karty"

    Examples:
      | face |
      | old  |
      | new  |

  @DK-23 @off-chip-two-cards
  Scenario Outline: A card in a pocket that does not wait is nothing, and so is a card at the front while it does
    Given I stand at the <face> validator
    And I order a top-up of 30 zł for card "Anna"
    And a normal card "Ola" with 20 zł
    When I put card "Anna" in the pocket
    And 1 min pass
    Then the screen is Rest
    And I hear no beep
    When I choose Top-up
    Then rule DK-23 applied
    When 1 s pass
    Then the screen is TopUpWait
    When I hold card "Ola" against the validator for 1 s
    Then the screen is TopUpWait
    And I hear no beep
    And card "Ola" has 0 changes
    And card "Anna" has 0 changes
    When I take the card out of the pocket
    And I put card "Anna" in the pocket
    And 3050 ms pass
    Then the screen is Orders

    Examples:
      | face |
      | old  |
      | new  |

  @K-22 @DK-24 @K-09 @DK-08
  Scenario Outline: A card that is taken out too early loses nothing, and no order is put on it twice
    Given I stand at the <face> validator
    And I order a top-up of 30 zł for card "Anna"
    When I choose Top-up
    And I put card "Anna" in the pocket
    And <after> ms pass
    And I take the card out of the pocket
    Then the display shows "<words>"
    And rule DK-24 applied
    And I hear 3 beeps
    And the lamp is on
    And card "Anna" holds <balance> zł
    And the ledger has <waiting> zł in Orders
    And the ledger adds up
    When 5 s pass
    Then the screen is Rest
    When I choose Top-up
    And I put card "Anna" in the pocket
    And 3050 ms pass
    Then the display shows "<again>"
    And I hear <heard>
    And card "Anna" holds 50 zł
    And card "Anna" has 1 changes
    And the web shop has 0 orders for card "Anna"
    And the ledger has 0 zł in Orders
    And the ledger adds up

    Examples:
      | face | after | words            | balance | waiting | again            | heard   |
      | old  | 50    | Karta wyjęta     | 20      | 30      | Pobrano 1 trans. | 1 beep  |
      | old  | 2699  | Karta wyjęta     | 20      | 30      | Pobrano 1 trans. | 1 beep  |
      | old  | 2700  | Sprawdź operację | 20      | 30      | Pobrano 1 trans. | 1 beep  |
      | old  | 2899  | Sprawdź operację | 20      | 30      | Pobrano 1 trans. | 1 beep  |
      | old  | 2900  | Sprawdź operację | 50      | 0       | Brak doładowań   | 3 beeps |
      | old  | 3049  | Sprawdź operację | 50      | 0       | Brak doładowań   | 3 beeps |
      | new  | 50    | Karta wyjęta     | 20      | 30      | Pobrano 1 trans. | 1 beep  |
      | new  | 2699  | Karta wyjęta     | 20      | 30      | Pobrano 1 trans. | 1 beep  |
      | new  | 2700  | Sprawdź operację | 20      | 30      | Pobrano 1 trans. | 1 beep  |
      | new  | 2899  | Sprawdź operację | 20      | 30      | Pobrano 1 trans. | 1 beep  |
      | new  | 2900  | Sprawdź operację | 50      | 0       | Brak doładowań   | 3 beeps |
      | new  | 3049  | Sprawdź operację | 50      | 0       | Brak doładowań   | 3 beeps |

  @DK-24 @K-22
  Scenario Outline: An order that was fetched on one bus is not fetched again on the other
    Given I stand at the <face> validator
    And I order a top-up of 30 zł for card "Anna"
    And I choose Top-up
    And I put card "Anna" in the pocket
    And 2900 ms pass
    And I take the card out of the pocket
    And the web shop has 1 orders for card "Anna"
    When I board bus 2
    And I choose Top-up
    And I put card "Anna" in the pocket
    And 50 ms pass
    Then the display shows "Brak doładowań"
    And rule K-22 applied
    And rule DK-24 applied
    And card "Anna" holds 50 zł
    And the web shop has 0 orders for card "Anna"
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @DK-24
  Scenario Outline: A power cut during a transfer loses nothing
    Given I stand at the <face> validator
    And I order a top-up of 30 zł for card "Anna"
    When I choose Top-up
    And I put card "Anna" in the pocket
    And <after> ms pass
    And the power fails
    Then card "Anna" holds <balance> zł
    And the ledger adds up
    When I take the card out of the pocket
    And the power is back
    And I choose Top-up
    And I put card "Anna" in the pocket
    And 3050 ms pass
    Then card "Anna" holds 50 zł
    And rule DK-24 applied
    And card "Anna" has 1 changes
    And the ledger adds up

    Examples:
      | face | after | balance |
      | old  | 1000  | 20      |
      | old  | 2899  | 20      |
      | old  | 2900  | 50      |
      | new  | 1000  | 20      |
      | new  | 2899  | 20      |
      | new  | 2900  | 50      |

  @DK-22 @K-22
  Scenario Outline: The second S counts while the window of the first is open
    Given I stand at the old validator
    When I press S
    And <later> ms pass
    And I press S
    Then the screen is <screen>
    And rule DK-22 <second>

    Examples:
      | later | screen     | second        |
      | 1     | TopUpWait  | applied       |
      | 5000  | TopUpWait  | applied       |
      | 5001  | ArmedCheck | did not apply |

  @DK-22
  Scenario: A card between the two presses is checked, and the second S begins anew
    Given I stand at the old validator
    When I press S
    And I tap card "Anna"
    And I press S
    Then the screen is ArmedCheck
    And rule DK-22 did not apply
    When I press S
    Then the screen is TopUpWait
    And rule DK-22 applied

  @DK-32
  Scenario Outline: What does not fit the purse stays in the shop
    Given I stand at the <face> validator
    And a normal card "Rich" with 245.01 zł
    And I order a top-up of 5 zł for card "Rich"
    When I choose Top-up
    And I put card "Rich" in the pocket
    And 50 ms pass
    Then the screen is Refused
    And rule DK-32 applied
    And the display shows "PORTMON. PEŁNA"
    And I hear 3 beeps
    And the web shop has 1 orders for card "Rich"
    And the ledger has 5 zł in Orders
    When 1 s pass
    And I take the card out of the pocket
    And I tap card "Rich"
    And I choose Top-up
    And I put card "Rich" in the pocket
    And 50 ms pass
    Then the display shows "PORTMON. PEŁNA"
    When 1 s pass
    And I take the card out of the pocket
    And the bus goes to stop 12
    And I tap card "Rich"
    And I choose Top-up
    And I put card "Rich" in the pocket
    And 3050 ms pass
    Then the screen is Orders
    And card "Rich" holds 247.51 zł
    And the ledger has 0 zł in Orders
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @DK-32 @DK-24
  Scenario Outline: Purse orders and period orders are counted apart
    Given I stand at the <face> validator
    And I order a normal period ticket of 14 days from 2026-11-20 for card "Anna"
    And I choose Top-up
    And I put card "Anna" in the pocket
    And 3050 ms pass
    And I take the card out of the pocket
    And I order a top-up of 10 zł for card "Anna"
    And I order a normal period ticket of 14 days from 2026-12-04 for card "Anna"
    When I choose Top-up
    And I put card "Anna" in the pocket
    And 3050 ms pass
    Then the display shows "Pobrano 2 trans."
    And rule DK-24 applied
    And card "Anna" holds 30 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-24 @DK-21
  Scenario Outline: A card has room for four period tickets, and one that has ended makes room
    Given I stand at the <face> validator
    And card "Anna" gets a normal period ticket from 2026-12-01 to 2026-12-10
    And card "Anna" gets a normal period ticket from 2026-12-11 to 2026-12-20
    And card "Anna" gets a normal period ticket from 2026-12-21 to 2026-12-30
    And card "Anna" gets a normal period ticket from 2026-11-01 to 2026-11-20
    And I order a normal period ticket of 14 days from 2027-01-01 for card "Anna"
    When I choose Top-up
    And I put card "Anna" in the pocket
    And 50 ms pass
    Then the display shows "BRAK MIEJSCA"
    And I hear 3 beeps
    And the web shop has 1 orders for card "Anna"
    When I take the card out of the pocket
    And it is 2026-11-21 08:00:00
    And I choose Top-up
    And I put card "Anna" in the pocket
    And 3050 ms pass
    Then the display shows "Pobrano 1 trans."
    And rule DK-24 applied
    When I take the card out of the pocket
    And it is 2027-01-14 08:00:00
    And I tap card "Anna"
    Then rule DK-21 applied

    Examples:
      | face |
      | old  |
      | new  |

  @DK-24 @DK-25
  Scenario Outline: Nothing is put on a card that is not served, and a foreign card is air in the pocket, too
    Given I stand at the <face> validator
    And I order a top-up of 30 zł for card "Anna"
    And I report card "Anna" lost
    And a foreign card "Gym" without a purse
    When I choose Top-up
    And I put card "Gym" in the pocket
    And 1 s pass
    Then the screen is TopUpWait
    And I hear no beep
    When I take the card out of the pocket
    And I put card "Anna" in the pocket
    And 50 ms pass
    Then the screen is Refused
    And rule DK-25 applied
    And rule DK-24 applied
    And the display shows "KARTA ZASTRZEŻ."
    And I hear 3 beeps
    And card "Anna" has 0 changes
    And the web shop has 1 orders for card "Anna"

    Examples:
      | face |
      | old  |
      | new  |

  @DK-23
  Scenario Outline: How long the pocket waits and a transfer takes are settings
    Given I stand at the <face> validator
    And the setting validator.pocket_wait_ms is 20000
    And the setting validator.pocket_run_ms is 350
    And I order a top-up of 30 zł for card "Anna"
    When I choose Top-up
    Then rule DK-23 applied
    When 20000 ms pass
    Then the screen is TopUpWait
    When 1 ms pass
    Then the screen is Refused
    When I choose Top-up
    And I put card "Anna" in the pocket
    And 399 ms pass
    Then the screen is TopUpRun
    When 1 ms pass
    Then the screen is Orders
    And card "Anna" holds 50 zł
    When the setting validator.pocket_run_ms is 349
    Then that is refused: "between 350"

    Examples:
      | face |
      | old  |
      | new  |
