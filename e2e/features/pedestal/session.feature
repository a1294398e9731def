Feature: A session at the pedestal, from the welcome screen and back

  The way through the screens: a card in the holder, the choice of a socket, its status; Back, Enter and taking the
  card out lead back. No credit moves here.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And a card "Red" with 50 kr

  @P-06 @DP-03
  Scenario: At rest the display shows the welcome screen
    Then the screen is Welcome
    And the display shows "ROLEC"
    And the display shows "WELCOME"
    And the display shows "Insert your card"
    And the display shows "1-4: check credit"
    When 24 h pass
    Then the screen is Welcome

  @P-09
  Scenario: A user card in the holder brings up the choice of services
    When I put card "Blue" in the holder
    Then the screen is ServiceSelect
    And rule P-09 applied
    And the display shows "CHOOSE SOCKET"
    And the display shows "Round button 1 to 4"
    And the display shows "Card 100.00 kr"
    And the ledger has 150 kr in Cards
    And the ledger adds up

  @P-05 @P-10 @P-12 @DP-01
  Scenario Outline: Each socket button chooses its own socket
    When I put card "Blue" in the holder
    And I press socket <number>
    Then the screen is OutletStatus
    And the display shows "SOCKET <number>"
    And rule P-10 applied
    And rule P-12 applied

    Examples:
      | number |
      | 1      |
      | 2      |
      | 3      |
      | 4      |

  @P-12 @P-13 @DP-10
  Scenario: The status screen shows the socket, its credit and the credit on the card together
    Given card "Blue" has loaded 30 kr onto socket 2
    And card "Blue" has loaded 20 kr onto socket 4
    When I put card "Blue" in the holder
    And I press socket 2
    Then the screen is OutletStatus
    And rule P-12 applied
    And rule P-13 applied
    And rule DP-10 applied
    And the display shows "SOCKET 2"
    And the display shows "Pedestal 30.00 kr"
    And the display shows "Card 50.00 kr"
    And the display shows "Energy 15.000 kWh"
    When I press socket 2, 3 times
    Then the display shows "Load +30.00 kr"
    And the display shows "Pedestal 30.00 kr"
    And the display shows "Card 50.00 kr"
    When I press Back
    And I press socket 1
    Then the display shows "Pedestal 0.00 kr"
    When I press Back
    And I press socket 4
    Then the display shows "Pedestal 20.00 kr"


  @P-05 @DP-01 @DP-02
  Scenario: Back goes back one screen at a time and Enter brings the services up again
    When I put card "Blue" in the holder
    And I press socket 1
    And I press Back
    Then the screen is ServiceSelect
    And rule DP-02 applied
    When I press Back
    Then the screen is Welcome
    And rule DP-02 applied
    When I press Back
    Then the screen is Welcome
    When I press Enter
    Then the screen is ServiceSelect
    And rule DP-02 applied

  @DP-02
  Scenario: Back on the status screen discards the presses that are not saved
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1, 3 times
    Then the display shows "Load +30.00 kr"
    When I press Back
    Then the screen is ServiceSelect
    When I press socket 1
    Then the display shows "1: +10.00 kr"
    And the display does not show "Load +30.00 kr"
    When 4 s pass
    Then the screen is OutletStatus
    And card "Blue" holds 100 kr
    And socket 1 holds 0 kr

  @P-16 @DP-02
  Scenario: Enter starts the update of what is staged without waiting for the pause
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1
    And I press Enter
    Then the screen is Updating
    And rule DP-02 applied
    And rule P-16 applied
    When 5 s pass
    Then the screen is RemoveCard
    And socket 1 holds 10 kr

  @DP-02
  Scenario: Enter means nothing where nothing is to be confirmed
    When I press Enter
    Then the screen is Welcome
    When I put card "Blue" in the holder
    And I press Enter
    Then the screen is ServiceSelect
    When I press socket 1
    And I press Enter
    Then the screen is OutletStatus
    And rule P-16 did not apply
    And the ledger has 150 kr in Cards

  @P-08 @DP-14
  Scenario Outline: Taking the card out brings up the welcome screen at once
    Given card "Red" has loaded 10 kr onto socket 3
    When I put card "Blue" in the holder
    And <deed>
    Then the screen is <screen>
    When I take the card out
    Then the screen is Welcome
    And rule P-08 applied
    And rule P-19 did not apply
    And card "Blue" is valid
    And card "Blue" holds 100 kr
    And the ledger adds up

    Examples:
      | deed                      | screen        |
      | I press Enter             | ServiceSelect |
      | I press socket 1          | OutletStatus  |
      | I press socket 1, 3 times | OutletStatus  |
      | I press socket 3          | Busy          |
      | I press Back              | Welcome       |


  @P-07 @P-09 @P-10 @P-11 @DP-07
  Scenario Outline: A card that was left in the holder can still be used
    Given card "Red" has loaded 10 kr onto socket 3
    When I put card "Blue" in the holder
    And 5001 ms pass
    Then the screen is Welcome
    When <deed>
    Then the screen is <screen>
    And rule DP-07 applied
    When I take the card out
    And I put card "Blue" in the holder
    Then the screen is ServiceSelect

    Examples:
      | deed             | screen        |
      | I press Enter    | ServiceSelect |
      | I press socket 2 | OutletStatus  |
      | I press socket 3 | Busy          |



  @DP-28
  Scenario: A socket is chosen when its button goes down, and letting go of it does nothing
    When I put card "Blue" in the holder
    And I hold socket 2 down
    Then the screen is OutletStatus
    And rule DP-28 applied
    When I let go of socket 2
    Then the screen is OutletStatus
    And rule P-14 did not apply
    And the display shows "2: +10.00 kr"

  @P-15 @DP-28
  Scenario: The button that chose the socket does not become a return however long it is held
    Given card "Blue" has loaded 30 kr onto socket 2
    When I put card "Blue" in the holder
    And I hold socket 2 down
    And 8 s pass
    Then the screen is OutletStatus
    And rule P-15 did not apply
    And the display does not show "All back to the card"
    When I let go of socket 2
    Then the display shows "2: +10.00 kr"
    When I hold socket 2 down
    And 5 s pass
    Then the display shows "All back to the card"
    And rule P-15 applied

  @refusal @P-09
  Scenario: The holder takes one card at a time
    When I put card "Blue" in the holder
    And I put card "Red" in the holder
    Then that is refused: "A card lies in the holder"
    And the screen is ServiceSelect
    And the display shows "Card 100.00 kr"
