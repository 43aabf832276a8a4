# language: en
Feature: Embedded emissions of the goods

  Background:
    Given the scorecard cbam-installation
    And these facts
      | fact       | label      | type                       |
      | precursors | precursors | list of precursor material |
    And each precursor has
      | field          | label                     | type   | unit    | one of                             | at least | may not apply |
      | precursor      | precursor                 | text   |         |                                    |          |               |
      | code           | precursor code            | text   |         |                                    |          |               |
      | origin         | origin                    | text   |         |                                    |          |               |
      | consumed       | mass consumed             | number | t       |                                    | 0        |               |
      | determined     | determined by             | choice |         | own_process, report, default_value |          |               |
      | direct         | stated direct emissions   | number | tCO2e/t |                                    | 0        | yes           |
      | indirect       | stated indirect emissions | number | tCO2e/t |                                    | 0        | yes           |
      | accredited     | report accredited         | flag   |         |                                    |          |               |
      | period_covered | period covered            | flag   |         |                                    |          |               |
    And precursor is called precursor material
    And no two precursors share a precursor
    And in the reference case precursors are
      | precursor | precursor code | origin | mass consumed | determined by | stated direct emissions | stated indirect emissions | report accredited | period covered |
      | P1        | 72139120       | CN     | 20000 t       | report        | 1.539 tCO2e/t           | 0.204 tCO2e/t             | yes               | yes            |

  Rule: Precursors
    Background:
      Given these lookups for each precursor material
        | quantity          | label                           | unit    | column    | in       | with                                                                      | basis    |
        | precursor_sector  | sector of the precursor         | word    | sector    | annex_i  | cn_code is precursor code                                                 | scope    |
        | precursor_sector  |                                 |         |           | outside  | cn_code is precursor code                                                 | scope    |
        | precursor_counted | precursor emissions counted     | word    | emissions | annex_i  | cn_code is precursor code                                                 | counted  |
        | precursor_counted |                                 |         |           | outside  | cn_code is precursor code                                                 | scope    |
        | origin_group      | group of the origin             | word    | group     | groups   | country is origin                                                         | complex  |
        | known_default     | default value of the origin     | tCO2e/t | total     | defaults | cn_code is precursor code; country is origin                              | defaults |
        | known_default     |                                 |         |           | defaults | cn_code is precursor code; country is 'other'                             | defaults |
        | highest_default   | default value of unknown origin | tCO2e/t | total     | unknown  | cn_code is precursor code                                                 | defaults |
        | rate              | mark-up of the precursor        |         | rate      | mark_ups | sector is sector of the precursor; year is year of last day of the period | raise    |
      And these quantities for each precursor material
        | quantity         | label                        | unit    | is                                                            | when                                                                     | basis        |
        | bears            | bears emissions              |         | 0                                                             | group of the origin is not third                                         | complex      |
        | bears            |                              |         | 0                                                             | sector of the precursor is outside                                       | no-precursor |
        | bears            |                              |         | 1                                                             |                                                                          | complex      |
        | stated           | stated values count          |         | 1                                                             | determined by is own_process                                             | report       |
        | stated           |                              |         | 1                                                             | determined by is report; report accredited is yes; period covered is yes | report       |
        | stated           |                              |         | 0                                                             |                                                                          | report       |
        | plain_default    | default value before mark-up | tCO2e/t | default value of unknown origin                               | origin is unknown                                                        | defaults     |
        | plain_default    |                              |         | default value of the origin                                   |                                                                          | defaults     |
        | raised_default   | default value used           | tCO2e/t | default value before mark-up * (1 + mark-up of the precursor) | mark-up on default values of precursors is with                          | raise        |
        | raised_default   |                              |         | default value before mark-up                                  |                                                                          | raise        |
        | direct_part      | direct part                  | tCO2e   | 0 tCO2e                                                       | bears emissions is 0                                                     | complex      |
        | direct_part      |                              |         | 0 tCO2e                                                       | stated values count is 0                                                 | report       |
        | direct_part      |                              |         | mass consumed * stated direct emissions                       |                                                                          | complex      |
        | indirect_part    | indirect part                | tCO2e   | 0 tCO2e                                                       | bears emissions is 0                                                     | complex      |
        | indirect_part    |                              |         | 0 tCO2e                                                       | stated values count is 0                                                 | report       |
        | indirect_part    |                              |         | mass consumed * stated indirect emissions                     |                                                                          | complex      |
        | indirect_counted | indirect part that counts    | tCO2e   | 0 tCO2e                                                       | precursor emissions counted is not direct_and_indirect                   | counted      |
        | indirect_counted |                              |         | indirect part                                                 |                                                                          | counted      |
        | default_part     | part by default value        | tCO2e   | 0 tCO2e                                                       | bears emissions is 0                                                     | complex      |
        | default_part     |                              |         | 0 tCO2e                                                       | stated values count is 1                                                 | report       |
        | default_part     |                              |         | mass consumed * default value used                            |                                                                          | defaults     |
      And these sums over precursors
        | quantity       | label                                       | unit  | of                        | basis    |
        | direct_parts   | direct emissions of precursors              | tCO2e | direct part               | complex  |
        | indirect_parts | indirect emissions of precursors            | tCO2e | indirect part             | complex  |
        | counted_parts  | indirect emissions of precursors that count | tCO2e | indirect part that counts | counted  |
        | default_parts  | precursors by default values                | tCO2e | part by default value     | defaults |

    Scenario Outline: each precursor by its origin, listing and proof
      Given the setting mark-up on default values of precursors is <reading>
      And precursors are
        | precursor | precursor code | origin   | mass consumed | determined by | stated direct emissions | stated indirect emissions | report accredited | period covered |
        | P         | <code>         | <origin> | 1000 t        | <by>          | 1.5 tCO2e/t             | 0.25 tCO2e/t              | <accredited>      | <covered>      |
      When evaluated as of 2026-11-20
      Then the quantity direct emissions of precursors is <direct> tCO2e
      And the quantity indirect emissions of precursors is <indirect> tCO2e
      And the quantity indirect emissions of precursors that count is <counted> tCO2e
      And the quantity precursors by default values is <default> tCO2e

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
      Given these quantities
        | quantity      | label                             | unit    | is                                                                                                                                                                                                                     | when                                     | when divided by zero | basis         |
        | direct_here   | attributed direct emissions       | tCO2e   | max(emissions of the streams here + fluorocarbons + emissions of imported heat - emissions of exported heat + emissions of gases taken in - emissions of gases passed on - emissions of electricity produced, 0 tCO2e) |                                          |                      | attributed    |
        | see_direct    | specific direct emissions         | tCO2e/t | (attributed direct emissions + direct emissions of precursors) / activity level * functional units in a tonne                                                                                                          |                                          |                      | complex, unit |
        | see_indirect  | specific indirect emissions       | tCO2e/t | (emissions of electricity used + indirect emissions of precursors) / activity level * functional units in a tonne                                                                                                      |                                          |                      | complex, unit |
        | counted_here  | emissions here that count         | tCO2e   | attributed direct emissions + emissions of electricity used                                                                                                                                                            | emissions counted is direct_and_indirect |                      | counted       |
        | counted_here  |                                   |         | attributed direct emissions                                                                                                                                                                                            |                                          |                      | counted       |
        | counted_all   | all emissions that count          | tCO2e   | emissions here that count + direct emissions of precursors + indirect emissions of precursors that count + precursors by default values                                                                                |                                          |                      | complex       |
        | see_counted   | specific embedded emissions       | tCO2e/t | all emissions that count / activity level * functional units in a tonne                                                                                                                                                |                                          |                      | complex, unit |
        | own_direct    | own direct emissions of a tonne   | tCO2e/t | attributed direct emissions / activity level * functional units in a tonne                                                                                                                                             |                                          |                      | attributed    |
        | see_total     | specific total emissions          | tCO2e/t | (attributed direct emissions + emissions of electricity used + direct emissions of precursors + indirect emissions of precursors + precursors by default values) / activity level * functional units in a tonne        |                                          |                      | complex, unit |
        | own_indirect  | own indirect emissions of a tonne | tCO2e/t | emissions of electricity used / activity level * functional units in a tonne                                                                                                                                           |                                          |                      | attributed    |
        | default_share | share of default values           | %       | precursors by default values / all emissions that count                                                                                                                                                                |                                          | 0 %                  | report        |
        | whole         | emissions of the installation     | tCO2e   | emissions of all streams + fluorocarbons                                                                                                                                                                               |                                          |                      | calculation   |
      And these results
        | result                | label                                            | is                                | rounded to | basis    |
        | installation          | Direct emissions of the installation             | emissions of the installation     | 0 decimals | rounding |
        | process               | Direct emissions of the process                  | attributed direct emissions       | 0 decimals | rounding |
        | direct_of_goods       | Specific direct embedded emissions               | specific direct emissions         | 5 decimals | rounding |
        | indirect_of_goods     | Specific indirect embedded emissions             | specific indirect emissions       | 5 decimals | rounding |
        | total_of_goods        | Specific embedded emissions, direct and indirect | specific total emissions          | 5 decimals | rounding |
        | own_direct_of_goods   | Direct emissions of the process alone            | own direct emissions of a tonne   | 5 decimals | rounding |
        | own_indirect_of_goods | Indirect emissions of the process alone          | own indirect emissions of a tonne | 5 decimals | rounding |
        | embedded_in_goods     | Specific embedded emissions that count           | specific embedded emissions       | 5 decimals | rounding |
        | by_default            | Share of emissions by default values             | share of default values           | 2 decimals | report   |

    Scenario: attributed emissions are never below zero
      Given electricity produced is 100000 MWh
      And factor of electricity produced is 0.4 tCO2e/MWh
      When evaluated as of 2026-11-20
      Then the quantity attributed direct emissions is 0 tCO2e
      And the result Direct emissions of the process is 0 tCO2e
      And the result Direct emissions of the installation is 4948.02 tCO2e

    Scenario Outline: indirect emissions count by the listing of the goods
      Given CN code is <code>
      And goods made is 1000 t
      And precursors is none
      And source streams is none
      When evaluated as of 2026-11-20
      Then the quantity specific indirect emissions is 2.8322 tCO2e/t
      And the quantity specific embedded emissions is <embedded> tCO2e/t

      Examples:
        | code     | embedded |
        | 73181542 | 0        |
        | 25232900 | 2.8322   |

    Scenario Outline: the total is direct and indirect, what counts or not, and precursors by default values whole
      Given goods made is 1000 t
      And precursors are
        | precursor | precursor code | origin | mass consumed | determined by | stated direct emissions | stated indirect emissions | report accredited | period covered |
        | P         | 72139120       | BR     | 1000 t        | <by>          | 1.5 tCO2e/t             | 0.25 tCO2e/t              | yes               | yes            |
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

    Scenario: nothing by default is no share of nothing
      Given precursors is none
      And source streams is none
      When evaluated as of 2026-11-20
      Then the quantity share of default values is 0 %
      And the result Share of emissions by default values is 0 %

    Scenario Outline: a cement of the same process with less clinker in it
      Given CN code is 25232900
      And functional unit is tonne of clinker
      And goods made is 1000 t
      And content of all goods is 80 %
      And average content of the range is <content> %
      And precursors is none
      And source streams is none
      When evaluated as of 2026-11-20
      Then the quantity specific embedded emissions is <embedded> tCO2e/t

      Examples:
        | content | embedded  |
        | 80      | 2.8322    |
        | 75      | 2.6551875 |
        | 0       | 0         |
