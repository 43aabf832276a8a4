# language: en
Feature: Embedded emissions of the goods

  Background:
    Given the scorecard cbam-installation
    And these facts
      | fact       | label      | type                       |
      | precursors | precursors | list of precursor material |
    And each precursor has
      | field          | label                                              | type   | unit    | one of                             | at least | evidence            | counts in some cases only |
      | precursor      | precursor                                          | text   |         |                                    |          |                     |                           |
      | code           | precursor code                                     | text   |         |                                    |          |                     |                           |
      | origin         | origin                                             | text   |         |                                    |          |                     |                           |
      | consumed       | mass consumed                                      | number | t       |                                    | 0        |                     |                           |
      | determined     | determination of the precursor emissions           | choice |         | own_process, report, default_value |          |                     |                           |
      | direct         | reported direct emissions per tonne of precursor   | number | tCO2e/t |                                    | 0        |                     |                           |
      | indirect       | reported indirect emissions per tonne of precursor | number | tCO2e/t |                                    | 0        |                     |                           |
      | accredited     | report by an accredited verifier                   | flag   |         |                                    |          | verification-report | yes                       |
      | period_covered | report covers the production of the precursor      | flag   |         |                                    |          | verification-report | yes                       |
    And precursor is called precursor material
    And no two precursors share a precursor
    And in the reference case precursors are
      | precursor | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | report by an accredited verifier | report covers the production of the precursor |
      | P1        | 72139120       | CN     | 20000 t       | report                                   | 1.539 tCO2e/t                                    | 0.204 tCO2e/t                                      | yes                              | yes                                           |

  Rule: Precursors
    Background:
      Given for each precursor material the quantity sector of the precursor (precursor_sector), a word from column sector, on basis scope
        | in      | with                      |
        | annex_i | cn_code is precursor code |
        | outside | cn_code is precursor code |
      And for each precursor material the quantity precursor emissions counted (precursor_counted), a word from column emissions
        | in      | with                      | basis   |
        | annex_i | cn_code is precursor code | counted |
        | outside | cn_code is precursor code | scope   |
      And for each precursor material the quantity group of the origin (origin_group), a word from column group, on basis complex
        | in     | with              |
        | groups | country is origin |
      And for each precursor material the quantity default value of the origin (known_default), in tCO2e/t, from column total, on basis defaults
        | in       | with                                          |
        | defaults | cn_code is precursor code; country is origin  |
        | defaults | cn_code is precursor code; country is 'other' |
      And for each precursor material the quantity default value of unknown origin (highest_default), in tCO2e/t, from column total, on basis defaults
        | in      | with                      |
        | unknown | cn_code is precursor code |
      And for each precursor material the quantity mark-up of the precursor (rate), from column rate, on basis raise
        | in       | with                                                                      |
        | mark_ups | sector is sector of the precursor; year is year of last day of the period |
      And for each precursor material the quantity precursor carries emissions (1 = yes) (bears)
        | is | when                               | basis        |
        | 0  | group of the origin is not third   | complex      |
        | 0  | sector of the precursor is outside | no-precursor |
        | 1  | otherwise                          | complex      |
      And for each precursor material the quantity reported values accepted (1 = yes) (stated), on basis report
        | is | when                                                                                                                                              |
        | 1  | determination of the precursor emissions is own_process                                                                                           |
        | 1  | determination of the precursor emissions is report; report by an accredited verifier is yes; report covers the production of the precursor is yes |
        | 0  | otherwise                                                                                                                                         |
      And for each precursor material the quantity default value before mark-up (plain_default), in tCO2e/t, on basis defaults
        | is                              | when              |
        | default value of unknown origin | origin is unknown |
        | default value of the origin     | otherwise         |
      And for each precursor material the quantity default value used (raised_default), in tCO2e/t, on basis raise
        | is                                                            | when                                            |
        | default value before mark-up * (1 + mark-up of the precursor) | mark-up on default values of precursors is with |
        | default value before mark-up                                  | otherwise                                       |
      And for each precursor material the quantity direct part (direct_part), in tCO2e
        | is                                                               | when                                       | basis   |
        | 0 tCO2e                                                          | precursor carries emissions (1 = yes) is 0 | complex |
        | 0 tCO2e                                                          | reported values accepted (1 = yes) is 0    | report  |
        | mass consumed * reported direct emissions per tonne of precursor | otherwise                                  | complex |
      And for each precursor material the quantity indirect part (indirect_part), in tCO2e
        | is                                                                 | when                                       | basis   |
        | 0 tCO2e                                                            | precursor carries emissions (1 = yes) is 0 | complex |
        | 0 tCO2e                                                            | reported values accepted (1 = yes) is 0    | report  |
        | mass consumed * reported indirect emissions per tonne of precursor | otherwise                                  | complex |
      And for each precursor material the quantity counted indirect part (indirect_counted), in tCO2e, on basis counted
        | is            | when                                                   |
        | 0 tCO2e       | precursor emissions counted is not direct_and_indirect |
        | indirect part | otherwise                                              |
      And for each precursor material the quantity part by default value (default_part), in tCO2e
        | is                                 | when                                       | basis    |
        | 0 tCO2e                            | precursor carries emissions (1 = yes) is 0 | complex  |
        | 0 tCO2e                            | reported values accepted (1 = yes) is 1    | report   |
        | mass consumed * default value used | otherwise                                  | defaults |
      And the quantity direct emissions of precursors (direct_parts), in tCO2e, the sum of direct part over precursors, on basis complex
      And the quantity indirect emissions of precursors (indirect_parts), in tCO2e, the sum of indirect part over precursors, on basis complex
      And the quantity counted indirect emissions of precursors (counted_parts), in tCO2e, the sum of counted indirect part over precursors, on basis counted
      And the quantity emissions of precursors by default values (default_parts), in tCO2e, the sum of part by default value over precursors, on basis defaults

    Scenario Outline: the emissions of a precursor depend on its origin, listing and proof
      Given the setting mark-up on default values of precursors is <reading>
      And precursors are
        | precursor | precursor code | origin   | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | report by an accredited verifier | report covers the production of the precursor |
        | P         | <code>         | <origin> | 1000 t        | <by>                                     | 1.5 tCO2e/t                                      | 0.25 tCO2e/t                                       | <accredited>                     | <covered>                                     |
      When evaluated as of 2026-11-20
      Then the quantity direct emissions of precursors is <direct> tCO2e
      And the quantity indirect emissions of precursors is <indirect> tCO2e
      And the quantity counted indirect emissions of precursors is <counted> tCO2e
      And the quantity emissions of precursors by default values is <default> tCO2e

      Examples:
        | code     | origin  | by            | accredited | covered | reading | direct | indirect | counted | default |
        | 72139120 | CN      | report        | yes        | yes     | with    | 1500   | 250      | 0       | 0       |
        | 26011200 | AU      | report        | yes        | yes     | with    | 1500   | 250      | 250     | 0       |
        | 26011200 | AU      | report        | no         | yes     | with    | 0      | 0        | 0       | 99      |
        | 26011200 | AU      | report        | yes        | no      | without | 0      | 0        | 0       | 90      |
        | 26011200 | AU      | default_value | yes        | yes     | without | 0      | 0        | 0       | 90      |
        | 26011200 | AU      | own_process   | no         | no      | with    | 1500   | 250      | 250     | 0       |
        | 72031000 | unknown | default_value | no         | no      | without | 0      | 0        | 0       | 4200    |
        | 72139120 | DE      | report        | yes        | yes     | with    | 0      | 0        | 0       | 0       |
        | 72139120 | CH      | default_value | no         | no      | with    | 0      | 0        | 0       | 0       |
        | 72044990 | US      | report        | yes        | yes     | with    | 0      | 0        | 0       | 0       |
        | 72044990 | US      | default_value | no         | no      | with    | 0      | 0        | 0       | 0       |
        | 26011100 | BR      | default_value | no         | no      | with    | 0      | 0        | 0       | 0       |
        | 27011210 | AU      | default_value | no         | no      | with    | 0      | 0        | 0       | 0       |

  Rule: A tonne of the goods
    Background:
      Given the quantity attributed direct emissions (direct_here), in tCO2e, on basis attributed
        | is                                                                                                                                                                                                                                            |
        | max(emissions of the streams in this process + fluorocarbons + emissions of imported heat - emissions of exported heat + emissions of waste gases received - emissions of waste gases passed on - emissions of electricity produced, 0 tCO2e) |
      And the quantity specific direct emissions (see_direct), in tCO2e/t, on basis complex, unit
        | is                                                                                                           |
        | (attributed direct emissions + direct emissions of precursors) / activity level * functional units per tonne |
      And the quantity specific indirect emissions (see_indirect), in tCO2e/t, on basis complex, unit
        | is                                                                                                               |
        | (emissions of electricity used + indirect emissions of precursors) / activity level * functional units per tonne |
      And the quantity counted emissions of the process (counted_here), in tCO2e, on basis counted
        | is                                                          | when                                     |
        | attributed direct emissions + emissions of electricity used | emissions counted is direct_and_indirect |
        | attributed direct emissions                                 | otherwise                                |
      And the quantity total counted emissions (counted_all), in tCO2e, on basis complex
        | is                                                                                                                                                       |
        | counted emissions of the process + direct emissions of precursors + counted indirect emissions of precursors + emissions of precursors by default values |
      And the quantity specific embedded emissions (see_counted), in tCO2e/t, on basis complex, unit
        | is                                                                    |
        | total counted emissions / activity level * functional units per tonne |
      And the quantity own direct emissions per tonne (own_direct), in tCO2e/t, on basis attributed
        | is                                                                        |
        | attributed direct emissions / activity level * functional units per tonne |
      And the quantity specific total emissions (see_total), in tCO2e/t, on basis complex, unit
        | is                                                                                                                                                                                                                          |
        | (attributed direct emissions + emissions of electricity used + direct emissions of precursors + indirect emissions of precursors + emissions of precursors by default values) / activity level * functional units per tonne |
      And the quantity own indirect emissions per tonne (own_indirect), in tCO2e/t, on basis attributed
        | is                                                                          |
        | emissions of electricity used / activity level * functional units per tonne |
      And the quantity share of default values (default_share), in %
        | is                                                                  | when                                                                          | basis  |
        | undetermined, because there are no counted emissions                | total counted emissions is 0 tCO2e                                            | report |
        | 100 %                                                               | emissions of precursors by default values is at least total counted emissions | whole  |
        | emissions of precursors by default values / total counted emissions | otherwise                                                                     | report |
      And the quantity emissions of the installation (whole), in tCO2e, on basis calculation
        | is                                       |
        | emissions of all streams + fluorocarbons |
      And these results
        | result                | label                                                      | is                               | rounded to | basis    |
        | installation          | Direct emissions of the installation                       | emissions of the installation    | 0 decimals | rounding |
        | process               | Direct emissions of the process                            | attributed direct emissions      | 0 decimals | rounding |
        | direct_of_goods       | Specific direct embedded emissions                         | specific direct emissions        | 5 decimals | rounding |
        | indirect_of_goods     | Specific indirect embedded emissions                       | specific indirect emissions      | 5 decimals | rounding |
        | total_of_goods        | Specific embedded emissions, direct and indirect           | specific total emissions         | 5 decimals | rounding |
        | own_direct_of_goods   | Direct emissions of the process alone per tonne of goods   | own direct emissions per tonne   | 5 decimals | rounding |
        | own_indirect_of_goods | Indirect emissions of the process alone per tonne of goods | own indirect emissions per tonne | 5 decimals | rounding |
        | embedded_in_goods     | Specific embedded emissions counted                        | specific embedded emissions      | 5 decimals | rounding |
        | by_default            | Share of default values in the emissions                   | share of default values          | 2 decimals | report   |

    Scenario: attributed emissions are never below zero
      Given electricity produced is 100000 MWh
      And emission factor of electricity produced is 0.4 tCO2e/MWh
      When evaluated as of 2026-11-20
      Then the quantity attributed direct emissions is 0 tCO2e
      And the result Direct emissions of the process is 0 tCO2e
      And the result Direct emissions of the installation is 4948.02 tCO2e

    Scenario Outline: whether indirect emissions count depends on the listing of the goods
      Given CN code is <code>
      And goods produced is 1000 t
      And precursors is none
      And source streams is none
      When evaluated as of 2026-11-20
      Then the quantity specific indirect emissions is 2.8322 tCO2e/t
      And the quantity specific embedded emissions is <embedded> tCO2e/t

      Examples:
        | code     | embedded |
        | 73181542 | 0        |
        | 25232900 | 2.8322   |

    Scenario Outline: the total includes direct and indirect emissions, counted or not, and all precursors by default values
      Given goods produced is 1000 t
      And precursors are
        | precursor | precursor code | origin | mass consumed | determination of the precursor emissions | reported direct emissions per tonne of precursor | reported indirect emissions per tonne of precursor | report by an accredited verifier | report covers the production of the precursor |
        | P         | 72139120       | BR     | 1000 t        | <by>                                     | 1.5 tCO2e/t                                      | 0.25 tCO2e/t                                       | yes                              | yes                                           |
      And the setting mark-up on default values of precursors is without
      And source streams is none
      When evaluated as of 2026-11-20
      Then the quantity specific direct emissions is <direct> tCO2e/t
      And the quantity specific indirect emissions is <indirect> tCO2e/t
      And the result Specific embedded emissions, direct and indirect is <total> tCO2e/t

      Examples:
        | by            | direct | indirect | total  |
        | report        | 1.5    | 3.0822   | 4.5822 |
        | default_value | 0      | 2.8322   | 4.4422 |

    Scenario: without emissions the share of default values is undetermined
      Given precursors is none
      And source streams is none
      When evaluated as of 2026-11-20
      Then the rules leave the quantity share of default values undetermined

    Scenario Outline: cements of the same process with different clinker content
      Given CN code is 25232900
      And functional unit is tonne of clinker
      And goods produced is 1000 t
      And clinker or nitrogen content of all goods is 80 %
      And average content of the composition range is <content> %
      And precursors is none
      And source streams is none
      When evaluated as of 2026-11-20
      Then the quantity specific embedded emissions is <embedded> tCO2e/t

      Examples:
        | content | embedded  |
        | 80      | 2.8322    |
        | 75      | 2.6551875 |
        | 0       | 0         |
