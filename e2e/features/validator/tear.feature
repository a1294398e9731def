Feature: The card is taken away too quickly

  Detected after 50 ms, changed after 250, confirmed after 400: in between the display says "Sprawdź operację". The card
  is always as it was or as it is to be.

  Background:
    Given a bus and an empty wallet

  @K-09 @DK-08 @DK-02
  Scenario Outline: What happens depends on when the card leaves
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When I hold card "Anna" against the validator for <held>
    Then the screen is <screen>
    And I hear <heard>
    And the lamp is <lamp>
    And rule DK-08 <notice>
    And card "Anna" holds <balance> zł
    And card "Anna" has <changes> changes
    And the ledger has <advance> zł in Advances
    And the ledger adds up
    When 10 s pass
    Then the screen is Rest
    And the lamp is off
    And card "Anna" holds <balance> zł

    Examples: before it is detected
      | face | held  | screen | heard   | lamp | notice        | balance | changes | advance |
      | old  | 49 ms | Rest   | no beep | off  | did not apply | 20      | 0       | 0       |
      | new  | 49 ms | Rest   | no beep | off  | did not apply | 20      | 0       | 0       |

    Examples: before it is changed
      | face | held   | screen         | heard   | lamp | notice  | balance | changes | advance |
      | old  | 50 ms  | CheckOperation | 3 beeps | on   | applied | 20      | 0       | 0       |
      | new  | 50 ms  | CheckOperation | 3 beeps | on   | applied | 20      | 0       | 0       |
      | old  | 249 ms | CheckOperation | 3 beeps | on   | applied | 20      | 0       | 0       |
      | new  | 249 ms | CheckOperation | 3 beeps | on   | applied | 20      | 0       | 0       |

    Examples: changed, but not confirmed
      | face | held   | screen         | heard   | lamp | notice  | balance | changes | advance |
      | old  | 250 ms | CheckOperation | 3 beeps | on   | applied | 17      | 1       | 3       |
      | new  | 250 ms | CheckOperation | 3 beeps | on   | applied | 17      | 1       | 3       |
      | old  | 399 ms | CheckOperation | 3 beeps | on   | applied | 17      | 1       | 3       |
      | new  | 399 ms | CheckOperation | 3 beeps | on   | applied | 17      | 1       | 3       |

    Examples: confirmed
      | face | held   | screen | heard  | lamp | notice        | balance | changes | advance |
      | old  | 400 ms | Rest   | 1 beep | on   | did not apply | 17      | 1       | 3       |
      | new  | 400 ms | Rest   | 1 beep | on   | did not apply | 17      | 1       | 3       |

  @K-09 @DK-02
  Scenario Outline: The notice stays five seconds, or until the next key or card
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When I hold card "Anna" against the validator for 100 ms
    Then the display shows "Sprawdź operację"
    And rule K-09 applied
    When 4999 ms pass
    Then the screen is CheckOperation
    And the lamp is on
    When 1 ms pass
    Then the screen is Rest
    And the lamp is off
    And rule DK-02 applied
    When I hold card "Anna" against the validator for 100 ms
    And I choose Check
    Then the screen is ArmedCheck
    When I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Page
    When I take the card away
    And I hold card "Anna" against the validator for 100 ms
    And I hold card "Anna" against the validator
    And 400 ms pass
    Then the screen is Taken

    Examples:
      | face |
      | old  |
      | new  |

  @K-09 @DK-09
  Scenario Outline: The procedure of the rules costs exactly one fare, whatever the moment
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When I hold card "Anna" against the validator for <held>
    And I choose Check
    And I hold card "Anna" against the validator
    And 1 s pass
    Then the display shows "<ride>"
    When I take the card away
    And I tap card "Anna"
    Then I hear 1 beep
    And rule DK-09 <repeated>
    And card "Anna" holds 17 zł
    And card "Anna" has 1 changes
    And the ledger has 3 zł in Advances
    When I tap card "Anna"
    Then I hear 3 beeps
    And card "Anna" holds 17 zł

    Examples:
      | face | held   | ride          | repeated      |
      | old  | 50 ms  | NIEZAREJESTR. | did not apply |
      | new  | 50 ms  | NIEZAREJESTR. | did not apply |
      | old  | 249 ms | NIEZAREJESTR. | did not apply |
      | new  | 249 ms | NIEZAREJESTR. | did not apply |
      | old  | 250 ms | SKASOWANO N1  | applied       |
      | new  | 250 ms | SKASOWANO N1  | applied       |
      | old  | 399 ms | SKASOWANO N1  | applied       |
      | new  | 399 ms | SKASOWANO N1  | applied       |

  @DK-09 @DK-29
  Scenario Outline: Whoever applies again after an unconfirmed operation is shown its success and pays nothing
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I hold card "Anna" against the validator for 300 ms
    When I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Taken
    And rule DK-09 applied
    And rule DK-29 applied
    And the display shows "POBRANO 3,00 zł"
    And the display shows "STAN 17,00 zł"
    And I hear 1 beep
    And the lamp is on
    When 1 s pass
    And I take the card away
    Then card "Anna" holds 17 zł
    And card "Anna" has 1 changes
    When I tap card "Anna"
    Then I hear 3 beeps
    And rule DK-09 did not apply
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @DK-09 @DK-29
  Scenario Outline: The mark is honoured only for the same operation
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I choose Reduced
    And I hold card "Anna" against the validator for 300 ms
    And card "Anna" holds 18.50 zł
    When <otherwise>
    And I tap card "Anna"
    Then I hear 1 beep
    And rule DK-09 did not apply
    And card "Anna" holds <balance> zł
    And card "Anna" has 2 changes

    Examples:
      | face | otherwise                     | balance |
      | old  | I choose Normal               | 15.50   |
      | new  | I choose Normal               | 15.50   |
      | old  | 1 s pass                      | 15.50   |
      | new  | 1 s pass                      | 15.50   |

  @DK-09 @DK-29
  Scenario Outline: The mark of a plain tap means nothing on another run, on another bus or at another stop
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I hold card "Anna" against the validator for 300 ms
    When <elsewhere>
    And I tap card "Anna"
    Then I hear 1 beep
    And rule DK-09 did not apply
    And card "Anna" holds <balance> zł
    And card "Anna" has 2 changes
    And the ledger adds up

    Examples:
      | face | elsewhere                     | balance |
      | old  | the next run begins           | 14      |
      | new  | the next run begins           | 14      |
      | old  | I board bus 2                 | 14      |
      | new  | I board bus 2                 | 14      |
      | old  | the bus goes to the next stop | 17.50   |
      | new  | the bus goes to the next stop | 17.50   |

  @DK-09 @DK-29
  Scenario Outline: A keyed ticket that was not confirmed is shown again by the same key
    Given I stand at the <face> validator
    And a bearer card "Bearer" with 50 zł
    And I choose <field>
    And I hold card "Bearer" against the validator for 250 ms
    When I choose <field>
    And I tap card "Bearer"
    Then I hear 1 beep
    And rule DK-09 applied
    And rule DK-29 applied
    And card "Bearer" has 1 changes
    When I choose <field>
    And I tap card "Bearer"
    Then rule DK-09 did not apply
    And card "Bearer" has 2 changes

    Examples:
      | face | field   |
      | old  | Normal  |
      | new  | Normal  |
      | old  | Reduced |
      | new  | Reduced |

  @DK-09 @DK-29
  Scenario Outline: An exit that was not confirmed is shown again and gives nothing twice
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I tap card "Anna"
    And the bus goes to stop 4
    When I hold card "Anna" against the validator for 300 ms
    Then the screen is CheckOperation
    And card "Anna" holds 17.50 zł
    When I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Exit
    And rule DK-09 applied
    And rule DK-29 applied
    And the display shows "ZWROT 0,50 zł"
    When 1 s pass
    And I take the card away
    Then card "Anna" holds 17.50 zł
    And the ledger has 2.50 zł in Fares

    Examples:
      | face |
      | old  |
      | new  |

  @DK-09 @DK-29
  Scenario Outline: An unconfirmed ride of the last second of a day is shown again after midnight and costs nothing
    Given I stand at the <face> validator
    And a <kind> card "Holder" with 20 zł
    And card "Holder" gets <right>
    And it is 2026-11-20 23:59:59
    And 700 ms pass
    When I hold card "Holder" against the validator for 300 ms
    Then the screen is CheckOperation
    And card "Holder" has 2 changes
    When I hold card "Holder" against the validator
    And 1 s pass
    Then the screen is <screen>
    And the display shows "WAŻNY 20-11-2026"
    And rule DK-09 applied
    And card "Holder" holds 20 zł
    And card "Holder" has 2 changes
    And card "Holder" holds a valid ride

    Examples:
      | face | kind   | right                                                | screen |
      | old  | normal | a normal period ticket from 2026-10-22 to 2026-11-20 | Period |
      | new  | normal | a normal period ticket from 2026-10-22 to 2026-11-20 | Period |
      | old  | free   | an entitlement to free travel until 2026-11-20       | Free   |
      | new  | free   | an entitlement to free travel until 2026-11-20       | Free   |

  @DK-29
  Scenario Outline: A mark whose removal is torn is honoured once more and then removed
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When I hold card "Anna" against the validator for <held>
    Then I hear 1 beep
    And rule DK-29 applied
    When I hold card "Anna" against the validator for 500 ms
    Then rule DK-29 <once more>
    And card "Anna" holds 17 zł
    And card "Anna" has 1 changes
    When I tap card "Anna"
    Then I hear 3 beeps
    And card "Anna" has 1 changes
    And the ledger adds up

    Examples:
      | face | held   | once more     |
      | old  | 400 ms | applied       |
      | new  | 400 ms | applied       |
      | old  | 599 ms | applied       |
      | new  | 599 ms | applied       |
      | old  | 600 ms | did not apply |
      | new  | 600 ms | did not apply |

  @K-09 @DK-08
  Scenario Outline: A power cut takes the card away from its writer as a hand does
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When I hold card "Anna" against the validator
    And <held> ms pass
    And the power fails
    Then card "Anna" holds <balance> zł
    And the ledger has <advance> zł in Advances
    And the ledger adds up
    When I take the card away
    And the power is back
    Then the screen is Rest
    And I hear no beep
    And card "Anna" has <changes> changes
    When I tap card "Anna"
    Then I hear 1 beep
    And card "Anna" holds 17 zł
    And card "Anna" has 1 changes

    Examples:
      | face | held | balance | advance | changes |
      | old  | 249  | 20      | 0       | 0       |
      | old  | 250  | 17      | 3       | 1       |
      | new  | 249  | 20      | 0       | 0       |
      | new  | 250  | 17      | 3       | 1       |

  @DK-08
  Scenario Outline: The times of a transaction are settings
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And the setting validator.confirm_ms is 900
    And the setting validator.commit_ms is 600
    And the setting validator.detect_ms is 100
    When I hold card "Anna" against the validator for 99 ms
    Then the screen is Rest
    When I hold card "Anna" against the validator for 599 ms
    Then the screen is CheckOperation
    And rule DK-08 applied
    And card "Anna" holds 20 zł
    When I hold card "Anna" against the validator for 899 ms
    Then rule DK-08 applied
    And card "Anna" holds 17 zł
    When the setting validator.commit_ms is 901
    Then that is refused: "between 100 and 900"
    When the next run begins
    And I hold card "Anna" against the validator for 900 ms
    Then I hear 1 beep
    And card "Anna" holds 14 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-37 @K-06 @K-09
  Scenario Outline: The check after a tear shows first whether the ride was registered
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When I hold card "Anna" against the validator for <held> ms
    Then the screen is CheckOperation
    When I choose Check
    And I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Page
    And I hear 2 beeps
    And rule DK-37 applied
    And the display shows "PRZEJAZD"
    And the display shows "<ride>"
    When 2 s pass
    Then the display shows "BILET OKRESOWY"
    When 2 s pass
    Then the display shows "PORTMONETKA"
    When 2 s pass
    Then the display shows "<ride>"
    When I take the card away
    And I choose Check
    And I hold card "Anna" against the validator
    And 50 ms pass
    Then the display shows "BILET OKRESOWY"
    And rule DK-37 did not apply
    And card "Anna" has <changes> changes

    Examples:
      | face | held | ride          | changes |
      | old  | 100  | NIEZAREJESTR. | 0       |
      | new  | 100  | NIEZAREJESTR. | 0       |
      | old  | 300  | SKASOWANO N1  | 1       |
      | new  | 300  | SKASOWANO N1  | 1       |

  @DK-37 @K-11
  Scenario Outline: Another card of the system in between ends that, a foreign card does not
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And a normal card "Bela" with 20 zł
    And a foreign card "Gym card" without a purse
    When I hold card "Anna" against the validator for 300 ms
    And I hold card "<other>" against the validator for 1 s
    And I choose Check
    And I hold card "<checked>" against the validator
    And 50 ms pass
    Then the screen is Page
    And the display shows "<first>"
    And rule DK-37 <applied>

    Examples:
      | face | other    | checked | first          | applied       |
      | old  | Bela     | Anna    | BILET OKRESOWY | did not apply |
      | new  | Bela     | Anna    | BILET OKRESOWY | did not apply |
      | old  | Gym card | Anna    | PRZEJAZD       | applied       |
      | new  | Gym card | Anna    | PRZEJAZD       | applied       |
      | old  | Gym card | Bela    | BILET OKRESOWY | did not apply |
      | new  | Gym card | Bela    | BILET OKRESOWY | did not apply |
