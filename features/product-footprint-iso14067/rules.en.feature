# language: en
Feature: Flows, separate reporting and permitted claims

  Background:
    Given the scorecard product-footprint-iso14067

  Rule: Total
    Background:
      Given the quantity land use without change included in the total (land_counted), in kgCO2e, on basis flows
        | is                                                                         | when                                                    |
        | emissions of land use without change - removals of land use without change | land use without change is included in the total is yes |
        | 0 kgCO2e                                                                   | otherwise                                               |
      And the quantity total emissions released (released), in kgCO2e, on basis flows
        | is                                                                                                                                                                                  |
        | emissions not otherwise specified + emissions of air transport + biogenic emissions + emissions of direct land-use change and management change + net fossil emissions and removals |
      And the quantity footprint (total), in kgCO2e, on basis flows
        | is                                                                                                                                                      |
        | total emissions released - biogenic removals - removals of direct land-use change and management change + land use without change included in the total |
      And the quantity difference between stated and calculated footprint (gap), in kgCO2e, on basis sums
        | is                                                              |
        | max(stated footprint - footprint, footprint - stated footprint) |
      And the quantity biogenic release minus uptake (balance), in kgCO2e, on basis balance
        | is                                     |
        | biogenic emissions - biogenic removals |
      And the quantity biogenic release is less than uptake (1 = yes) (unbalanced), on basis balance
        | is | when                                                |
        | 0  | storage in the product is reported is yes           |
        | 1  | biogenic release minus uptake is less than 0 kgCO2e |
        | 0  | otherwise                                           |
      And the quantity biogenic uptake or release is missing (1 = yes) (one_missing), on basis balance
        | is | when                                                                    |
        | 1  | biogenic emissions is 0 kgCO2e; biogenic removals is more than 0 kgCO2e |
        | 1  | biogenic emissions is more than 0 kgCO2e; biogenic removals is 0 kgCO2e |
        | 0  | otherwise                                                               |
      And the quantity biogenic carbon is not balanced (1 = yes) (biogenic_fault), on basis balance
        | is                                              | when                                  |
        | biogenic uptake or release is missing (1 = yes) | balance of biogenic carbon is present |
        | biogenic release is less than uptake (1 = yes)  | otherwise                             |
      And these gates
        | id         | gate                                                              | requires                                                                                                         | applies when                       | basis             |
        | PF-01      | The unit is stated and quantified                                 | the unit is stated and quantified is yes                                                                         |                                    | unit, entered     |
        | PF-01-KIND | A cradle-to-grave footprint has a functional unit                 | unit is functional unit                                                                                          | system boundary is cradle to grave | unit              |
        | PF-02      | Boundary and cut-off are stated and justified                     | boundary and cut-off are stated and justified is yes                                                             |                                    | boundary          |
        | PF-03      | The stated footprint is the sum of the flows that must be counted | difference between stated and calculated footprint is at most 0.01 kgCO2e; every existing flow is counted is yes |                                    | flows, sums       |
        | PF-04      | Biogenic uptake and release are balanced                          | biogenic carbon is not balanced (1 = yes) is at most 0                                                           | system boundary is cradle to grave | biogenic, balance |
        | PF-05      | Carbon in the product is reported separately                      | biogenic carbon in the product is reported separately is yes                                                     | system boundary is cradle to gate  | biogenic          |
      And these findings
        | code       | finding                                                 | when                                                   | severity    | basis |
        | PF-02.MUCH | More than 5 % of emissions are excluded                 | emissions excluded by the cut-off is more than 5 %     | observation | share |
        | PF-03.LAND | Land use without change should be included in the total | land use without change is included in the total is no | observation | flows |
      And these results
        | result    | label                                              | is                                                 | rounded to | basis |
        | footprint | Calculated footprint                               | footprint                                          | 2 decimals | flows |
        | apart     | Difference between stated and calculated footprint | difference between stated and calculated footprint | 2 decimals | sums  |

    Scenario Outline: Each flow has its sign
      Given <change>
      And land_in is <land>
      When evaluated as of 2026-12-01
      Then the quantity total is <total> kgCO2e

      Examples:
        | change                         | land | total |
        | other is 5 kgCO2e              | yes  | 11.23 |
        | aircraft is 1.2 kgCO2e         | yes  | 11.23 |
        | biogenic is 2.5 kgCO2e         | yes  | 11.23 |
        | change is 1.3 kgCO2e           | yes  | 11.23 |
        | fossil is -6 kgCO2e            | yes  | -1.77 |
        | biogenic_removed is 2.8 kgCO2e | yes  | 9.23  |
        | change_removed is 1.05 kgCO2e  | yes  | 9.23  |
        | land_use is 1.1 kgCO2e         | yes  | 11.23 |
        | land_removed is 1.02 kgCO2e    | yes  | 9.23  |
        | land_use is 1.1 kgCO2e         | no   | 10.15 |
        | land_removed is 1.02 kgCO2e    | no   | 10.15 |

    Scenario Outline: Sum of the flows
      Given stated is <stated> kgCO2e
      And complete is <complete>
      When evaluated as of 2026-12-01
      Then gate PF-03 is <outcome>

      Examples:
        | stated | complete | outcome |
        | 10.22  | yes      | met     |
        | 10.219 | yes      | not met |
        | 10.24  | yes      | met     |
        | 10.241 | yes      | not met |
        | 10.23  | no       | not met |

    Scenario Outline: Unit and boundary
      Given <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | change                       | gate       | outcome        |
        | unit_stated is no            | PF-01      | not met        |
        | boundary_stated is no        | PF-02      | not met        |
        | content_apart is no          | PF-05      | not met        |
        | unit_kind is functional unit | PF-01-KIND | not applicable |

    Scenario Outline: Cradle to grave
      Given system boundary is cradle to grave
      And unit_kind is <unit>
      When evaluated as of 2026-12-01
      Then gate PF-01-KIND is <kind>
      And gate PF-05 is not applicable

      Examples:
        | unit            | kind    |
        | functional unit | met     |
        | declared unit   | not met |

    Scenario Outline: Uptake and release under both interpretations
      Given the setting balance of biogenic carbon is <reading>
      And system boundary is cradle to grave
      And biogenic is <release> kgCO2e
      And biogenic_removed is <uptake> kgCO2e
      And storage is <storage>
      When evaluated as of 2026-12-01
      Then gate PF-04 is <balance>
      And the quantity biogenic_fault is <fault>

      Examples:
        | reading | release | uptake | storage | balance | fault |
        | balance | 1.5     | 1.5    | no      | met     | 0     |
        | balance | 1.5     | 1.51   | no      | not met | 1     |
        | balance | 1.5     | 1.51   | yes     | met     | 0     |
        | balance | 1.5     | 0      | no      | met     | 0     |
        | present | 1.5     | 1.51   | no      | met     | 0     |
        | present | 1.5     | 0      | no      | not met | 1     |
        | present | 0.01    | 0      | no      | not met | 1     |
        | present | 0.01    | 0.01   | no      | met     | 0     |
        | present | 0       | 0.01   | no      | not met | 1     |
        | present | 0       | 0.01   | yes     | not met | 1     |
        | present | 0       | 0      | no      | met     | 0     |

    Scenario Outline: Without a selected interpretation
      Given system boundary is cradle to grave
      And biogenic_removed is <uptake> kgCO2e
      When evaluated as of 2026-12-01
      Then gate PF-04 is <balance>

      Examples:
        | uptake | balance      |
        | 1.5    | met          |
        | 1.51   | undetermined |
        | 0      | undetermined |

    Scenario: For cradle to gate, uptake may exceed release
      When evaluated as of 2026-12-01
      Then gate PF-04 is not applicable
      And gate PF-01-KIND is not applicable
      And gate PF-05 is met

    Scenario Outline: Excluded emissions
      Given cut_off is <share> %
      When evaluated as of 2026-12-01
      Then <found>

      Examples:
        | share | found                               |
        | 5     | no finding PF-02.MUCH is raised     |
        | 5.01  | an observation PF-02.MUCH is raised |

    Scenario Outline: Land use without change
      Given land_in is <land>
      When evaluated as of 2026-12-01
      Then <found>

      Examples:
        | land | found                               |
        | yes  | no finding PF-03.LAND is raised     |
        | no   | an observation PF-03.LAND is raised |

  Rule: Separate reporting
    Background:
      Given these gates
        | id           | gate                                                              | requires                                                        | applies when                                                                    | basis       |
        | PF-06        | Air transport is reported separately                              | air transport is reported separately is yes                     | emissions of air transport is more than 0 kgCO2e                                | aircraft    |
        | PF-06-UPLIFT | The uplift factor is stated                                       | the uplift factor is stated is yes                              | air transport is increased by an uplift factor is yes                           | aircraft    |
        | PF-07        | Land-use change is spread over at least 20 years                  | years over which land-use change is spread is at least 20 years | emissions of direct land-use change and management change is more than 0 kgCO2e | change      |
        | PF-08        | Indirect land-use change is reported separately                   | indirect land-use change is included in the total is no         |                                                                                 | change      |
        | PF-09        | Carbon credits are not included                                   | carbon credits are included in the total is no                  |                                                                                 | offsets     |
        | PF-10        | An electricity contract is proven and counted once                | the contract is proven and counted once is yes                  | electricity is calculated by contract is yes                                    | electricity |
        | PF-12        | The result without the effect of delayed emission is stated first | the result without delay is stated first is yes                 | storage in the product is reported is yes                                       | storage     |
      And these findings
        | code  | finding                                                   | when                                                        | severity    | basis      |
        | PF-11 | 100-year potentials of the latest assessment are not used | 100-year potentials of the latest assessment are used is no | observation | potentials |

    Scenario Outline: Each condition on its own
      Given <change>
      And <other>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | change                  | other                   | gate         | outcome        |
        | aircraft_apart is yes   | aircraft is 0.2 kgCO2e  | PF-06        | met            |
        | aircraft_apart is no    | aircraft is 0.01 kgCO2e | PF-06        | not met        |
        | aircraft_apart is no    | aircraft is 0 kgCO2e    | PF-06        | not applicable |
        | uplift is no            | uplift_stated is no     | PF-06-UPLIFT | not applicable |
        | uplift is yes           | uplift_stated is no     | PF-06-UPLIFT | not met        |
        | uplift is yes           | uplift_stated is yes    | PF-06-UPLIFT | met            |
        | change_years is 20 year | change is 0.01 kgCO2e   | PF-07        | met            |
        | change_years is 19 year | change is 0.01 kgCO2e   | PF-07        | not met        |
        | change_years is 0 year  | change is 0 kgCO2e      | PF-07        | not applicable |
        | indirect_in is no       | storage is no           | PF-08        | met            |
        | indirect_in is yes      | storage is no           | PF-08        | not met        |
        | offsets_in is no        | storage is no           | PF-09        | met            |
        | offsets_in is yes       | storage is no           | PF-09        | not met        |
        | contract is yes         | contract_shown is yes   | PF-10        | met            |
        | contract is yes         | contract_shown is no    | PF-10        | not met        |
        | contract is no          | contract_shown is no    | PF-10        | not applicable |
        | storage is yes          | without_delay is yes    | PF-12        | met            |
        | storage is yes          | without_delay is no     | PF-12        | not met        |
        | storage is no           | without_delay is no     | PF-12        | not applicable |

    Scenario Outline: Global warming potentials
      Given hundred is <yes>
      When evaluated as of 2026-12-01
      Then <found>

      Examples:
        | yes | found                          |
        | yes | no finding PF-11 is raised     |
        | no  | an observation PF-11 is raised |

  Rule: Permitted claims
    Background:
      Given these gates
        | id    | gate                                                      | requires                                                                                                                                                                                      | applies when                                       | basis    |
        | PF-13 | A comparison has a critical review and statements on data | a critical review exists is yes; sensitivity, age and geography of data are stated is yes                                                                                                     | the product is compared with other products is yes | compared |
        | PF-14 | The claim "negative" is justified                         | system boundary is cradle to grave; footprint is less than 0 kgCO2e; carbon credits are included in the total is no; years of storage is at least 100 years; verified by a third party is yes | the product is called negative is yes              | negative |

    Scenario Outline: Comparison
      Given compared is <compared>
      And reviewed is <reviewed>
      And data_told is <told>
      When evaluated as of 2026-12-01
      Then gate PF-13 is <outcome>

      Examples:
        | compared | reviewed | told | outcome        |
        | no       | no       | no   | not applicable |
        | yes      | yes      | yes  | met            |
        | yes      | no       | yes  | not met        |
        | yes      | yes      | no   | not met        |

    Scenario Outline: The claim negative
      Given says_negative is <said>
      And system boundary is <system boundary>
      And fossil is <fossil> kgCO2e
      And offsets_in is <credits>
      And stored_years is <years> year
      And third_party is <verified>
      When evaluated as of 2026-12-01
      Then gate PF-14 is <outcome>

      Examples:
        | said | system boundary | fossil | credits | years | verified | outcome        |
        | no   | cradle to gate  | 6      | yes     | 0     | no       | not applicable |
        | yes  | cradle to grave | -4.24  | no      | 100   | yes      | met            |
        | yes  | cradle to gate  | -4.24  | no      | 100   | yes      | not met        |
        | yes  | cradle to grave | -4.23  | no      | 100   | yes      | not met        |
        | yes  | cradle to grave | -4.24  | yes     | 100   | yes      | not met        |
        | yes  | cradle to grave | -4.24  | no      | 99    | yes      | not met        |
        | yes  | cradle to grave | -4.24  | no      | 100   | no       | not met        |
