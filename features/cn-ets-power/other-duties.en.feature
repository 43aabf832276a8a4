# language: en
Feature: Captive plants, local markets and who may not trade

  Background:
    Given the scorecard cn-ets-power
    And these bases
      | basis   | instrument                                     | clause  | certainty | note                                                                       |
      | captive | work notice of the Ministry of 27 January 2026 | annex 1 | confirmed | A captive plant of another industry from 26,000 tonnes on counts as power. |
    And these facts
      | fact    | label                             | type |
      | captive | captive plant of another industry | flag |
    And this reference case
      | fact                              | value |
      | captive plant of another industry | no    |

  Rule: What else the market asks
    Background:
      Given these findings
        | code       | finding                                                                    | when                                                | severity    | basis   |
        | C3.CAPTIVE | A captive plant counts as power by its own units, whatever the works makes | captive plant of another industry is yes            | observation | captive |
        | C9.LOCAL   | The same emissions are counted in a local market, too                      | the same emissions counted in a local market is yes | major       | local   |
        | S10.BARRED | People who may not trade do so for it                                      | barred people trade for it is yes                   | major       | barred  |

    Scenario Outline: told where it is so
      Given captive is <captive>
      And local_counted is <local>
      And barred_trade is <barred>
      When evaluated as of 2026-11-20
      Then <c3>
      And <c9>
      And <s10>

      Examples:
        | captive | local | barred | c3                                  | c9                                       | s10                                        |
        | no      | no    | no     | no finding C3.CAPTIVE is raised     | no finding C9.LOCAL is raised            | no finding S10.BARRED is raised            |
        | yes     | no    | no     | an observation C3.CAPTIVE is raised | no finding C9.LOCAL is raised            | no finding S10.BARRED is raised            |
        | no      | yes   | no     | no finding C3.CAPTIVE is raised     | a major nonconformity C9.LOCAL is raised | no finding S10.BARRED is raised            |
        | no      | no    | yes    | no finding C3.CAPTIVE is raised     | no finding C9.LOCAL is raised            | a major nonconformity S10.BARRED is raised |

  Rule: What proves what

    Scenario: without an extract of the registry nothing was surrendered
      Given evidence for account movements is missing
      When evaluated as of 2026-11-20
      Then gate S1 is undetermined because of account movements

    Scenario: without verification no allowances are computed
      Given evidence for power units is missing
      When evaluated as of 2026-11-20
      Then the quantity allowances is undetermined because of power units

    Scenario: without an extract no credits count
      Given evidence for credits used is missing
      When evaluated as of 2026-11-20
      Then the quantity credits_accepted is undetermined because of credits used
