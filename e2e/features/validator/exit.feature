Feature: Getting off

  The price of a single ticket is taken at the entry. Whoever registers the exit gets back what the ride was cheaper.

  Background:
    Given a bus and an empty wallet

  @K-01 @K-13 @DK-13 @DK-15
  Scenario Outline: The difference comes back by the number of stops and the class of the last load
    Given I stand at the <face> validator
    And a <kind> card "Ola" with <load> zł
    And the bus goes to stop 2
    And I tap card "Ola"
    When the bus goes to stop <stop>
    And I hold card "Ola" against the validator
    And 400 ms pass
    Then the screen is Exit
    And rule K-01 applied
    And rule K-13 applied
    And rule DK-13 applied
    And rule DK-15 applied
    And the display shows "ZWROT <refund> zł"
    And I hear 1 beep
    And the lamp is on
    And card "Ola" holds <balance> zł
    And the ledger has <fare> zł in Fares
    And the ledger has 0 zł in Advances
    When I take the card away
    Then card "Ola" holds no valid ride
    And the ledger adds up

    Examples: normal fare, load class from 20 zł
      | face | kind   | load | stop | refund | balance | fare |
      | old  | normal | 20   | 3    | 0,50   | 17.50   | 2.50 |
      | new  | normal | 20   | 5    | 0,50   | 17.50   | 2.50 |
      | old  | normal | 20   | 6    | 0,40   | 17.40   | 2.60 |
      | new  | normal | 20   | 10   | 0,40   | 17.40   | 2.60 |
      | old  | normal | 20   | 11   | 0,30   | 17.30   | 2.70 |
      | new  | normal | 20   | 12   | 0,30   | 17.30   | 2.70 |

    Examples: reduced fare
      | face | kind    | load  | stop | refund | balance | fare |
      | old  | reduced | 20    | 5    | 0,25   | 18.75   | 1.25 |
      | new  | reduced | 20    | 6    | 0,20   | 18.70   | 1.30 |
      | old  | reduced | 19.99 | 11   | 0,10   | 18.59   | 1.40 |

    Examples: other load classes, at their limits
      | face | kind   | load  | stop | refund | balance | fare |
      | old  | normal | 19.99 | 5    | 0,40   | 17.39   | 2.60 |
      | new  | normal | 10    | 6    | 0,30   | 7.30    | 2.70 |
      | old  | normal | 49.99 | 5    | 0,50   | 47.49   | 2.50 |
      | new  | normal | 50    | 5    | 0,70   | 47.70   | 2.30 |
      | old  | normal | 50    | 11   | 0,50   | 47.50   | 2.50 |

  @DK-13
  Scenario Outline: Without an exit nothing comes back, and the next ride makes the advance a fare
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I tap card "Anna"
    And the bus goes to stop 5
    When <elsewhere>
    And I hold card "Anna" against the validator
    And 400 ms pass
    Then the screen is Taken
    And I hear 1 beep
    And card "Anna" holds 14 zł
    And the ledger has 3 zł in Advances
    And the ledger has 3 zł in Fares
    And rule DK-13 applied
    And the ledger adds up

    Examples:
      | face | elsewhere           |
      | old  | the next run begins |
      | new  | the next run begins |
      | old  | I board bus 2       |
      | new  | I board bus 2       |

  @DK-13
  Scenario Outline: Either validator of a bus registers the exit from it
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I tap card "Anna"
    When the bus goes to stop 4
    And I stand at the <other> validator
    And I tap card "Anna"
    Then I hear 1 beep
    And rule DK-13 applied
    And card "Anna" holds 17.50 zł
    And the ledger has 2.50 zł in Fares

    Examples:
      | face | other |
      | old  | new   |
      | new  | old   |

  @DK-14 @K-08 @K-20
  Scenario Outline: A plain tap at the boarding stop is refused and changes nothing
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I tap card "Anna"
    When I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Refused
    And rule DK-14 applied
    And rule K-08 applied
    And rule K-20 applied
    And the display shows "JUŻ SKASOWANO"
    And I hear 3 beeps
    When 1 s pass
    And I take the card away
    Then card "Anna" holds 17 zł
    And card "Anna" has 1 changes

    Examples:
      | face |
      | old  |
      | new  |

  @DK-14
  Scenario Outline: An exit at the boarding stop can be allowed
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And the setting validator.same_stop_exit is yes
    And I tap card "Anna"
    When I hold card "Anna" against the validator
    And 400 ms pass
    Then the screen is Exit
    And card "Anna" holds 17.50 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-15
  Scenario Outline: One tap settles all tickets of the run, each from its own stop
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I tap card "Anna"
    And I choose Reduced
    And I tap card "Anna"
    And the bus goes to stop 3
    And I choose Normal
    And I tap card "Anna"
    And card "Anna" holds 12.50 zł
    And card "Anna" carries 2 normal and 1 reduced tickets
    When the bus goes to stop 5
    And I tap card "Anna"
    Then I hear 1 beep
    And rule DK-15 applied
    And card "Anna" holds 13.60 zł
    And the ledger has 6.40 zł in Fares
    And the ledger has 0 zł in Advances
    And card "Anna" has 4 changes

    Examples:
      | face |
      | old  |
      | new  |

  @DK-15 @refusal
  Scenario Outline: A tariff with a fare above the single price is refused
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When a normal ride of up to 3 stops in load class 2 costs 3.01 zł
    Then that is refused: "is above the single ticket of 3.00 zł"
    When a single normal ticket costs 2.79 zł
    Then that is refused: "the normal fare of 2.80 zł"
    When a normal ride of up to 3 stops in load class 2 costs 3 zł
    Then that is accepted
    When I tap card "Anna"
    And the bus goes to the next stop
    And I tap card "Anna"
    Then rule DK-15 applied
    And I hear 1 beep
    And card "Anna" holds 17 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-15 @K-13
  Scenario Outline: Other tariffs settle by their own bands
    Given the tariff is <tariff>
    And I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When I tap card "Anna"
    Then card "Anna" holds <after entry> zł
    And rule K-13 applied
    When the bus goes to stop <stop>
    And I tap card "Anna"
    Then rule DK-15 applied
    And card "Anna" holds <after exit> zł

    Examples:
      | face | tariff          | after entry | stop | after exit |
      | old  | rybnik-2017     | 16          | 3    | 19         |
      | new  | rybnik-2017     | 16          | 4    | 18         |
      | old  | jastrzebie-2016 | 15.80       | 4    | 18.80      |
      | new  | jastrzebie-2016 | 15.80       | 9    | 16.60      |

  @DK-28 @K-08
  Scenario Outline: A plain tap where the exit was registered is refused and charges nothing
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I tap card "Anna"
    And the bus goes to stop 4
    And I tap card "Anna"
    When I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Refused
    And rule DK-28 applied
    And the display shows "WYJŚCIE ZAREJ."
    And I hear 3 beeps
    When 1 s pass
    And I take the card away
    Then card "Anna" holds 17.50 zł
    And card "Anna" has 2 changes
    When the bus goes to the next stop
    And I tap card "Anna"
    Then I hear 1 beep
    And rule K-08 did not apply
    And card "Anna" holds 14.50 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-32 @K-13
  Scenario Outline: The load class of the entry counts at the exit, whatever was loaded on the way
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I order a top-up of 50 zł for card "Anna"
    And I tap card "Anna"
    When I choose Top-up
    And I put card "Anna" in the pocket
    And 4 s pass
    And I take the card out of the pocket
    Then card "Anna" holds 67 zł
    When the bus goes to stop 4
    And I tap card "Anna"
    Then rule DK-32 applied
    And rule K-13 applied
    And card "Anna" holds 67.50 zł
    When the next run begins
    And I tap card "Anna"
    And the bus goes to stop 4
    And I tap card "Anna"
    Then card "Anna" holds 65.20 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-33
  Scenario Outline: The advance of a card that is gone becomes fare
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I tap card "Anna"
    When I <mishap> card "Anna"
    Then the ledger has 0 zł in Advances
    And the ledger has 3 zł in Fares
    And the ledger has 17 zł in Lost
    And the ledger has 0 zł in Cards
    And the ledger adds up

    Examples:
      | face | mishap          |
      | old  | punch a hole in |
      | new  | lose            |

  @DK-36 @K-13
  Scenario Outline: A ride that began validly ends validly, whatever has become of the card, the day or the clock
    Given I stand at the <face> validator
    And a normal card "Dora" with 20 zł
    And card "Dora" is made valid from 2021-11-21 to 2026-11-20
    And it is 2026-11-20 23:50:00
    And I tap card "Dora"
    And the bus goes to stop 4
    And it is <clock>
    When I hold card "Dora" against the validator
    And 1 s pass
    Then the screen is Exit
    And I hear 1 beep
    And rule DK-36 <applied>
    And card "Dora" holds 17.50 zł
    And the ledger has 0 zł in Advances
    When I take the card away
    And the bus goes to the next stop
    And I hold card "Dora" against the validator
    And 1 s pass
    Then the screen is <next>
    And rule DK-36 did not apply
    And the ledger adds up

    Examples:
      | face | clock               | applied       | next    |
      | old  | 2026-11-21 00:10:00 | applied       | Refused |
      | new  | 2026-11-21 00:10:00 | applied       | Refused |
      | old  | 2021-11-20 08:00:00 | applied       | Refused |
      | new  | 2021-11-20 08:00:00 | applied       | Refused |
      | old  | 2026-11-20 23:40:00 | did not apply | Taken   |
      | new  | 2026-11-20 23:40:00 | did not apply | Taken   |

  @DK-36 @DK-29
  Scenario Outline: An exit that was not confirmed is shown again although the card has become invalid
    Given I stand at the <face> validator
    And a normal card "Dora" with 20 zł
    And card "Dora" is made valid from 2021-11-21 to 2026-11-20
    And I tap card "Dora"
    And the bus goes to stop 4
    And it is 2026-11-21 00:10:00
    When I hold card "Dora" against the validator for 300 ms
    Then the screen is CheckOperation
    And rule DK-36 applied
    And card "Dora" holds 17.50 zł
    When I hold card "Dora" against the validator
    And 1 s pass
    Then the screen is Exit
    And rule DK-29 applied
    And card "Dora" holds 17.50 zł
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @DK-36 @DK-10 @DK-25
  Scenario Outline: The hotlist and a block refuse an exit, and a key takes no ticket from a card that is out of date
    Given I stand at the <face> validator
    And a normal card "Dora" with 20 zł
    And card "Dora" is made valid from 2021-11-21 to 2026-11-20
    And I tap card "Dora"
    And the bus goes to stop 4
    And it is 2026-11-21 00:10:00
    When I choose Normal
    And I hold card "Dora" against the validator
    And 1 s pass
    Then the screen is Refused
    And the display shows "KARTA NIEWAŻNA"
    When I take the card away
    And <fault>
    And I hold card "Dora" against the validator
    And 1 s pass
    Then the screen is Refused
    And the display shows "<words>"
    And card "Dora" holds 17 zł
    When I take the card away
    And <remedy>
    And I hold card "Dora" against the validator
    And 1 s pass
    Then the screen is Exit
    And rule DK-36 applied
    And card "Dora" holds 17.50 zł

    Examples:
      | face | fault                             | words           | remedy                              |
      | old  | I report card "Dora" lost         | KARTA ZASTRZEŻ. | I report card "Dora" found          |
      | new  | I report card "Dora" lost         | KARTA ZASTRZEŻ. | I report card "Dora" found          |
      | old  | the driver blocks the validators  | ZABLOKOWANY     | the driver unblocks the validators  |
      | new  | the driver blocks the validators  | ZABLOKOWANY     | the driver unblocks the validators  |
