Feature: Tickets for companions

  One card can pay for up to five passengers from one stop in one bus: its holder and four more, each by a key.

  Background:
    Given a bus and an empty wallet

  @K-19 @K-20 @DK-20
  Scenario Outline: Five tickets and no sixth
    Given I stand at the <face> validator
    And a normal card "Anna" with 50 zł
    And I tap card "Anna"
    And I choose Normal
    And I tap card "Anna"
    And I choose Reduced
    And I tap card "Anna"
    And I choose Normal
    And I tap card "Anna"
    When I choose Reduced
    And I tap card "Anna"
    Then I hear 1 beep
    And rule K-20 applied
    And card "Anna" carries 3 normal and 2 reduced tickets
    When I choose Reduced
    And I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Refused
    And rule K-19 applied
    And rule DK-20 applied
    And the display shows "LIMIT 5 BILETÓW"
    And I hear 3 beeps
    When 1 s pass
    And I take the card away
    Then card "Anna" holds 38 zł
    And card "Anna" has 5 changes
    When the bus goes to the next stop
    And I choose Normal
    And I tap card "Anna"
    Then I hear 1 beep
    And rule DK-20 did not apply
    And card "Anna" carries 4 normal and 2 reduced tickets
    And the ledger has 15 zł in Advances
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @K-19 @DK-20
  Scenario Outline: Whoever rides by a period ticket or free takes one of the five
    Given I stand at the <face> validator
    And a <kind> card "Holder" with 50 zł
    And card "Holder" gets <right>
    And I tap card "Holder"
    And I choose Normal
    And I tap card "Holder"
    And I choose Normal
    And I tap card "Holder"
    And I choose Normal
    And I tap card "Holder"
    When I choose Normal
    And I tap card "Holder"
    Then I hear 1 beep
    When I choose Normal
    And I tap card "Holder"
    Then I hear 3 beeps
    And rule K-19 applied
    And rule DK-20 applied
    And card "Holder" carries 4 normal and 0 reduced tickets
    And card "Holder" holds 38 zł

    Examples:
      | face | kind   | right                                                 |
      | old  | normal | a normal period ticket from 2026-11-01 to 2026-11-30  |
      | new  | normal | a normal period ticket from 2026-11-01 to 2026-11-30  |
      | old  | free   | an entitlement to free travel until 2027-11-20        |
      | new  | free   | an entitlement to free travel until 2027-11-20        |

  @K-19 @DK-20
  Scenario Outline: The five are counted anew in another bus and on another run
    Given I stand at the <face> validator
    And the setting validator.limit is 1
    And a normal card "Anna" with 50 zł
    And I tap card "Anna"
    When I choose Normal
    And I tap card "Anna"
    Then I hear 3 beeps
    And rule K-19 applied
    And rule DK-20 applied
    When <elsewhere>
    And I choose Normal
    And I tap card "Anna"
    Then I hear 1 beep
    And card "Anna" holds 44 zł

    Examples:
      | face | elsewhere           |
      | old  | the next run begins |
      | new  | I board bus 2       |

  @DK-27 @K-20
  Scenario Outline: After U for a friend a plain tap still registers the holder
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When I choose Reduced
    And I tap card "Anna"
    Then rule DK-27 applied
    And rule K-20 applied
    And card "Anna" holds no valid ride
    When the inspector checks card "Anna"
    Then the inspector finds "only companions' tickets are registered here"
    When I tap card "Anna"
    Then I hear 1 beep
    And card "Anna" holds a valid ride
    And card "Anna" carries 1 normal and 1 reduced tickets
    When I tap card "Anna"
    Then I hear 3 beeps
    And rule DK-27 applied
    And card "Anna" holds 15.50 zł

    Examples:
      | face |
      | old  |
      | new  |

  @DK-27 @K-20 @DK-14
  Scenario Outline: The kind that the card would be charged by itself is the holder's own ticket
    Given I stand at the <face> validator
    And a <kind> card "Ola" with 20 zł
    When I choose <field>
    And I tap card "Ola"
    Then rule DK-27 applied
    And rule K-20 did not apply
    And card "Ola" holds a valid ride
    When I tap card "Ola"
    Then I hear 3 beeps
    And rule DK-14 applied
    When I choose <field>
    And I tap card "Ola"
    Then rule K-20 applied
    And I hear 1 beep

    Examples:
      | face | kind    | field   |
      | old  | normal  | Normal  |
      | new  | normal  | Normal  |
      | old  | reduced | Reduced |
      | new  | reduced | Reduced |
      | old  | bearer  | Normal  |
      | new  | bearer  | Reduced |

  @DK-27 @K-08
  Scenario Outline: A fifth boarding stop in one ride is refused
    Given I stand at the <face> validator
    And a normal card "Anna" with 50 zł
    And I tap card "Anna"
    And the bus goes to stop 2
    And I choose Normal
    And I tap card "Anna"
    And the bus goes to stop 3
    And I choose Normal
    And I tap card "Anna"
    And the bus goes to stop 4
    And I choose Normal
    When I tap card "Anna"
    Then I hear 1 beep
    When the bus goes to stop 5
    And I choose Normal
    And I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Refused
    And rule DK-27 applied
    And rule K-08 applied
    And the display shows "ZA DUŻO PRZYST."
    And I hear 3 beeps
    And card "Anna" holds 38 zł
    When 1 s pass
    And I take the card away
    And I tap card "Anna"
    Then I hear 1 beep
    And the ledger has 0 zł in Advances
    And the ledger has 9.30 zł in Fares

    Examples:
      | face |
      | old  |
      | new  |
