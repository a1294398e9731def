Feature: What the display says about the buttons

  A card that still lies in the holder is not asked for. A line that is about a button names it, and a hold that was let
  go too early says what it will do.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And a foreign card "Gym card" with 0 kr

  @DP-36 @DP-07
  Scenario: The welcome screen with a card in the holder says so, and which buttons go on
    Then the display shows "Insert your card"
    And the display does not show "Card in the holder"
    When I put card "Blue" in the holder
    And 5001 ms pass
    Then the screen is Welcome
    And rule DP-36 applied
    And the display shows "Card in the holder"
    And the display shows "1-4: choose socket"
    And the display does not show "Insert your card"
    And the display does not show "1-4: check credit"
    When I press socket 3
    Then the screen is OutletStatus
    And the display shows "SOCKET 3"
    When I press Back
    And I press Back
    Then the screen is Welcome
    And rule DP-36 applied
    And the display shows "Card in the holder"
    When I take the card out
    Then the display shows "Insert your card"
    And the display shows "1-4: check credit"
    And the display does not show "Card in the holder"

  @DP-36 @DP-23
  Scenario: A card that is not served does not count as a card in the holder
    When I put card "Gym card" in the holder
    And 5001 ms pass
    Then the screen is Welcome
    And rule DP-36 did not apply
    And the display shows "Insert your card"
    And the display does not show "Card in the holder"

  @DP-36 @DP-29 @P-20
  Scenario: A valid card that lies in the holder when the minute ends is not asked for
    Given a card "Red" with 50 kr
    When I put card "Blue" in the holder
    And I press socket 2
    And I press socket 2
    And I press Enter
    And 2 s pass
    And I take the card out
    And I put card "Red" in the holder
    Then the screen is WrongCard
    When 60001 ms pass
    Then the screen is Welcome
    And rule DP-36 applied
    And the display shows "Card in the holder"
    When I press Enter
    Then the screen is ServiceSelect

  @DP-37 @P-10 @P-14
  Scenario Outline: The lines about the buttons name them
    When I put card "Blue" in the holder
    Then the display shows "Round button 1 to 4"
    When I press socket <socket>
    Then the display shows "<socket>: +10.00 kr"
    And rule DP-37 applied

    Examples:
      | socket |
      | 1      |
      | 2      |
      | 3      |
      | 4      |

  @DP-37 @DP-12
  Scenario: While the display says that there is not enough on the card it does not invite to press
    Given a card "Small" with 5 kr
    When I put card "Small" in the holder
    And I press socket 2
    Then the display shows "2: +10.00 kr"
    When I press socket 2
    Then the display shows "Not enough on card"
    And the display does not show "2: +10.00 kr"
    And rule DP-37 applied

  @DP-38 @DP-11 @P-15
  Scenario Outline: A hold that is let go after its bar was shown says what it loads and how to take that back
    When I put card "Blue" in the holder
    And I press socket 2
    And I hold socket 2 down
    And <held> pass
    And I let go of socket 2
    Then the display shows "Load +10.00 kr"
    And the display shows "Too short. Back: undo"
    And rule DP-38 applied
    When 2999 ms pass
    Then the display shows "Too short. Back: undo"
    When I press Back
    Then the screen is ServiceSelect
    When I press socket 2
    Then the display shows "2: +10.00 kr"
    And the display does not show "Too short. Back: undo"
    And card "Blue" holds 100 kr

    Examples:
      | held    |
      | 1 s     |
      | 2500 ms |
      | 4999 ms |

  @DP-38 @DP-11
  Scenario: A press without a bar says nothing of the kind
    When I put card "Blue" in the holder
    And I press socket 2
    And I hold socket 2 down
    And 999 ms pass
    And I let go of socket 2
    Then the display shows "Load +10.00 kr"
    And the display does not show "Too short. Back: undo"
    And rule DP-38 did not apply

  @DP-38 @DP-12
  Scenario: The warning stays while more is staged, also beside a notice, and ends with a hold
    Given a card "Small" with 25 kr
    And card "Small" has loaded 10 kr onto socket 4
    When I put card "Small" in the holder
    And I press socket 4
    And I hold socket 4 down
    And 2 s pass
    And I let go of socket 4
    Then the display shows "Too short. Back: undo"
    When I press socket 4
    Then the display shows "Not enough on card"
    And the display shows "Back: -10.00 kr"
    When I hold socket 4 down
    And 5 s pass
    Then the display shows "All back to the card"
    And the display does not show "Too short. Back: undo"

  @DP-38 @DP-03
  Scenario Outline: The display speaks its language about the buttons
    Given the setting ui.device_lang is <language>
    When I put card "Blue" in the holder
    And I press socket 2
    And I hold socket 2 down
    And 2 s pass
    And I let go of socket 2
    Then the display shows "<too short>"
    When I press Back
    And I press Back
    Then the display shows "<inside>"
    And the display shows "<choose>"

    Examples:
      | language | too short             | inside             | choose               |
      | en       | Too short. Back: undo | Card in the holder | 1-4: choose socket   |
      | nb       | Tilbake: avbryt       | Kort i holderen    | 1-4: velg kontakt    |
      | pl       | Wstecz: anuluj        | Karta w uchwycie   | 1-4: wybierz gniazdo |
