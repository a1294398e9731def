Feature: Five seconds without interaction, and the short pause

  More than five seconds without a touch lead back one screen, again and again, to the welcome screen. Three seconds
  after the last touch an update begins, if there is anything to update.

  Background:
    Given a marina with an empty wallet
    And a card "Blue" with 100 kr
    And a card "Red" with 50 kr
    And a foreign card "Gym" with 0 kr
    And card "Red" has loaded 10 kr onto socket 3

  @P-07 @DP-04 @DP-05
  Scenario Outline: At exactly five seconds nothing happens, and a millisecond later the screen goes back to its parent
    When <first>
    And <second>
    Then the screen is <screen>
    When 5000 ms pass
    Then the screen is <screen>
    And rule P-07 did not apply
    When 1 ms pass
    Then the screen is <parent>
    And rule P-07 applied
    And rule DP-04 applied
    And rule DP-05 applied

    Examples:
      | first                           | second           | screen        | parent        |
      | I put card "Blue" in the holder | I press Enter    | ServiceSelect | Welcome       |
      | I put card "Blue" in the holder | I press socket 1 | OutletStatus  | ServiceSelect |
      | I put card "Blue" in the holder | I press socket 3 | Busy          | ServiceSelect |
      | I put card "Gym" in the holder  | I press Enter    | InvalidCard   | Welcome       |
      | I press socket 3                | I press Enter    | CreditCheck   | Welcome       |


  @P-06 @P-07 @DP-04
  Scenario: The display goes back step by step to the welcome screen and stays there
    When I put card "Blue" in the holder
    And 5000 ms pass
    Then the screen is ServiceSelect
    When I press socket 1
    And 5001 ms pass
    Then the screen is ServiceSelect
    When 5000 ms pass
    Then the screen is ServiceSelect
    When 1 ms pass
    Then the screen is Welcome
    And rule P-06 applied
    When 1 h pass
    Then the screen is Welcome

  @P-07 @DP-04
  Scenario: The parent of a screen is fixed, and a long absence passes through every screen at its own time
    When I put card "Blue" in the holder
    And I press socket 3
    And I press socket 1
    Then the screen is OutletStatus
    When 10001 ms pass
    Then the screen is ServiceSelect
    When 1 ms pass
    Then the screen is Welcome



  @P-07 @DP-05
  Scenario: Nothing times out while a button is held, and the five seconds begin with its release
    When I put card "Blue" in the holder
    And I hold Enter down
    And 10 min pass
    Then the screen is ServiceSelect
    And rule P-07 did not apply
    When I let go of Enter
    And 5000 ms pass
    Then the screen is ServiceSelect
    When 1 ms pass
    Then the screen is Welcome

  @P-16 @DP-05
  Scenario: The update begins three seconds after the last release
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1
    And 2999 ms pass
    Then the screen is OutletStatus
    And rule P-16 did not apply
    When 1 ms pass
    Then the screen is Updating
    And rule P-16 applied
    And rule DP-05 applied

  @P-16 @DP-05 @DP-12
  Scenario: Every press restarts the short pause, and it is counted from the release
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1
    And 2999 ms pass
    And I hold socket 1 down
    And 2 s pass
    Then the screen is OutletStatus
    When I let go of socket 1
    And 2999 ms pass
    Then the screen is OutletStatus
    And the display shows "Load +20.00 kr"
    When 1 ms pass
    Then the screen is Updating

  @P-16 @DP-05
  Scenario: The short pause does not end while another button is held
    When I put card "Blue" in the holder
    And I press socket 1
    And I press socket 1
    And I hold socket 4 down
    And 1 min pass
    Then the screen is OutletStatus
    When I let go of socket 4
    And 2999 ms pass
    Then the screen is OutletStatus
    When 1 ms pass
    Then the screen is Updating
