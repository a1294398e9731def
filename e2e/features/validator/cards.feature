Feature: Cards, the service point and the web shop

  Lost, blocked and out-of-date cards are refused. The service point sells and changes cards, the web shop takes orders
  within its limits.

  Background:
    Given a bus and an empty wallet

  @DK-25 @K-08
  Scenario Outline: A card that was reported lost is refused on every bus until it is found
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    When I report card "Anna" lost
    Then card "Anna" is reported lost
    When I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Refused
    And rule DK-25 applied
    And rule K-08 applied
    And the display shows "KARTA ZASTRZEŻ."
    And I hear 3 beeps
    When 1 s pass
    And I take the card away
    And I board bus 2
    And I choose Normal
    And I tap card "Anna"
    Then I hear 3 beeps
    And card "Anna" has 0 changes
    When I report card "Anna" found
    And I tap card "Anna"
    Then I hear 1 beep
    And card "Anna" is valid

    Examples:
      | face |
      | old  |
      | new  |

  @DK-25 @K-08
  Scenario Outline: A card is used from its first day to its last
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And card "Anna" is made valid from <from> to <to>
    When I hold card "Anna" against the validator
    And 400 ms pass
    Then the screen is <screen>
    And I hear <heard>
    And the display shows "<words>"
    And card "Anna" is <standing>
    And rule DK-25 <refused>

    Examples:
      | face | from       | to         | screen  | heard   | words           | standing      | refused       |
      | old  | 2026-11-20 | 2026-11-20 | Taken   | 1 beep  | POBRANO 3,00 zł | valid         | did not apply |
      | new  | 2026-11-20 | 2026-11-20 | Taken   | 1 beep  | POBRANO 3,00 zł | valid         | did not apply |
      | old  | 2026-11-21 | 2027-11-20 | Refused | 3 beeps | KARTA NIEWAŻNA  | not yet valid | applied       |
      | new  | 2026-11-21 | 2027-11-20 | Refused | 3 beeps | KARTA NIEWAŻNA  | not yet valid | applied       |
      | old  | 2021-11-19 | 2026-11-19 | Refused | 3 beeps | KARTA NIEWAŻNA  | expired       | applied       |
      | new  | 2021-11-19 | 2026-11-19 | Refused | 3 beeps | KARTA NIEWAŻNA  | expired       | applied       |

  @DK-25
  Scenario Outline: A card that its issuer has blocked is refused, unless nobody looks
    Given I stand at the <face> validator
    And a blocked card "Blocked" with 20 zł
    When I hold card "Blocked" against the validator
    And 50 ms pass
    Then the display shows "KARTA ZASTRZEŻ."
    And rule DK-25 applied
    And I hear 3 beeps
    And card "Blocked" is blocked
    When 1 s pass
    And I take the card away
    And the setting validator.hotlist is no
    And I tap card "Blocked"
    Then I hear 1 beep
    And card "Blocked" holds 17 zł
    And the ledger adds up

    Examples:
      | face |
      | old  |
      | new  |

  @DK-25 @K-06
  Scenario Outline: A card that is refused can still be checked
    Given I stand at the <face> validator
    And a normal card "Anna" with 20 zł
    And I report card "Anna" lost
    When I tap card "Anna"
    Then rule DK-25 applied
    When I choose Check
    And I hold card "Anna" against the validator
    And 50 ms pass
    Then the screen is Page
    And rule K-06 applied
    And I hear 2 beeps

    Examples:
      | face |
      | old  |
      | new  |

  @refusal
  Scenario: The service point keeps the limits of first loads and top-ups
    When the service point sells a normal card "Anna" with 9.99 zł
    Then that is refused: "at least 10.00 zł"
    And there is no card "Anna"
    When the service point sells a normal card "Anna" with 10 zł
    Then that is accepted
    And card "Anna" holds 10 zł
    When the service point sells a bearer card "Bearer" with 49.99 zł
    Then that is refused: "at least 50.00 zł"
    When the service point sells a bearer card "Bearer" with 50 zł
    Then that is accepted
    When the service point sells a controller card "Control" with 50 zł
    Then that is refused: "does not sell such cards"
    When the service point loads 4.99 zł onto card "Anna"
    Then that is refused: "at least 5.00 zł"
    When the service point loads 5 zł onto card "Anna"
    Then that is accepted
    And card "Anna" holds 15 zł
    When the service point loads 200.01 zł onto card "Bearer"
    Then that is refused: "at most 250.00 zł"
    When the service point loads 200 zł onto card "Bearer"
    Then that is accepted
    And card "Bearer" holds 250 zł
    And the ledger has 265 zł in Sold
    And the ledger adds up

  @refusal
  Scenario: What the service point cannot do
    Given a normal card "Period only" without a purse
    And a foreign card "Gym" without a purse
    And a broken card "Broken" without a purse
    When the service point loads 10 zł onto card "Period only"
    Then that is refused: "has no purse"
    When the service point loads 10 zł onto card "Gym"
    Then that is refused: "no passenger's card of this city"
    When the service point reads card "Broken"
    Then that is refused: "cannot be read"
    When the service point reads card "Nobody"
    Then that is refused: "There is no card named"
    When I report card "Period only" found
    Then that is refused: "Nobody has reported"
    When card "Period only" gets a normal period ticket from 2026-12-10 to 2026-12-01
    Then that is refused: "cannot come before"
    When I lose card "Period only"
    And the service point reads card "Period only"
    Then that is refused: "is lost"
    And the ledger adds up

  @refusal
  Scenario: The web shop keeps its limits
    Given a normal card "Anna" with 20 zł
    And a bearer card "Bearer" with 50 zł
    When I order a top-up of 4.99 zł for card "Anna"
    Then that is refused: "at least 5.00 zł"
    When I order a top-up of 250.01 zł for card "Anna"
    Then that is refused: "at most 250.00 zł"
    When I order a top-up of 5 zł for card "Anna"
    Then that is accepted
    When I order a top-up of 5 zł for card "Anna"
    Then that is refused: "waits for this card already"
    When I order a normal period ticket of 30 days from 2026-11-20 for card "Anna"
    Then that is accepted
    When I order a normal period ticket of 30 days from 2026-12-20 for card "Anna"
    Then that is refused: "waits for this card already"
    And the web shop has 2 orders for card "Anna"
    When I order a top-up of 5 zł for card "Bearer"
    Then that is refused: "only personalised cards have an account"
    Given a normal card "Ola" with 20 zł
    When I order a normal period ticket of 31 days from 2026-11-20 for card "Ola"
    Then that is refused: "14, 30, 60, 90 days"
    When I order a normal period ticket of 30 days from 2026-11-19 for card "Ola"
    Then that is refused: "begin today or later"
    And the ledger has 5 zł in Orders
    And the ledger adds up

  @DK-24
  Scenario Outline: An order can be fetched on a bus for seven days, afterwards at the service point
    Given I stand at the new validator
    And a normal card "Anna" with 20 zł
    And I order a top-up of 30 zł for card "Anna"
    When it is <day> 12:00:00
    And I choose Top-up
    And I put card "Anna" in the pocket
    And 3050 ms pass
    Then the display shows "<words>"
    And rule DK-24 applied
    When I take the card out of the pocket
    And the service point fetches the orders of card "Anna"
    Then that is <answer>
    And card "Anna" holds 50 zł
    And the web shop has 0 orders for card "Anna"
    And the ledger adds up

    Examples:
      | day        | words            | answer                             |
      | 2026-11-27 | Pobrano 1 trans. | refused: "Nothing waits for"       |
      | 2026-11-28 | Brak doładowań   | accepted                           |

  @K-06 @DK-32
  Scenario: What the service point reads out
    Given a reduced card "Ola" with 20 zł
    And card "Ola" gets a reduced period ticket from 2026-10-01 to 2026-10-31
    And I order a top-up of 5 zł for card "Ola"
    And I tap card "Ola"
    And I choose Normal
    And I tap card "Ola"
    When the service point reads card "Ola"
    Then the service point reads out "personalised card, valid, from 2026-11-20 to 2031-11-19"
    And the service point reads out "A plain tap takes the reduced fare."
    And the service point reads out "Entitled to reduced fares until 2027-11-20."
    And the service point reads out "Purse 15.50 zł, load class 2."
    And the service point reads out "Period ticket, reduced, from 2026-10-01 to 2026-10-31."
    And the service point reads out "Open ride in run 10001: 1 normal, 1 reduced, 4.50 zł taken."
    And the service point reads out "Order 1 waits: 5.00 zł."
    And the service point reads out "2026-11-20 08:00:00 reduced ticket -1.50 (line 7, stop 1) = 18.50 zł"
    Given I choose Check
    When I tap card "Ola"
    Then rule K-06 applied
    Given a normal card "No purse" without a purse
    When I choose Normal
    And I tap card "No purse"
    Then rule DK-32 applied

  @refusal
  Scenario: Cards are renamed, thrown away and kept apart by their names
    Given a normal card "Anna" with 20 zł
    When I rename card "Anna" to "Ola"
    Then there is no card "Anna"
    And card "Ola" holds 20 zł
    Given a normal card "Ala" with 10 zł
    When I rename card "Ala" to "Ola"
    Then that is refused: "already; choose another name"
    When I hold card "Ola" against the validator
    And I throw card "Ola" away
    Then that is refused: "take it away from there first"
    When I take the card away
    And I throw card "Ola" away
    Then there is no card "Ola"
    And the ledger has 20 zł in Lost
    And the ledger adds up

  @refusal
  Scenario: What the driver cannot do
    When the bus goes to stop 12
    And the bus goes to the next stop
    Then that is refused: "This is the last stop"
    And the bus is at stop 12
    When the run ends
    And the bus goes to the next stop
    Then that is refused: "on no run"
    When the power fails
    And the next run begins
    Then that is refused: "switched off"
    When the power fails
    Then that is refused: "switched off"
    When the power is back
    And the power is back
    Then that is refused: "switched on already"
    When I board bus 3
    Then that is refused: "There is no bus 3"

  Scenario: The opening wallet has one of everything worth trying
    Given the buses as they open
    Then card "Anna" is valid
    And card "Expired" is expired
    And card "Reported lost" is reported lost
    And card "Blocked" is blocked
    And card "Other city" is foreign
    And card "Gym card" is foreign
    And card "Broken" is unreadable
    And card "Controller" is valid
    And the web shop has 2 orders for card "Web shopper"
    And the ledger adds up
    When I tap card "Commuter"
    Then I hear 1 beep
    And card "Commuter" holds 20 zł
    When I tap card "Last month"
    Then card "Last month" holds 17 zł
    When I tap card "Next month"
    Then card "Next month" holds 17 zł
    When I tap card "Almost empty"
    Then I hear 3 beeps
    When I tap card "Former student"
    Then card "Former student" holds 17 zł
    When I tap card "Senior"
    Then card "Senior" holds a valid ride
