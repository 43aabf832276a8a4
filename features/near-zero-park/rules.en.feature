# language: en
Feature: Reference values, gates and scope

  Background:
    Given the scorecard near-zero-park

  Rule: Points and gates by programme
    Background:
      Given these stages, the first that holds decides
        | stage  | label            | when                   | counts | maximum | basis     |
        | valued | reference values | programme is Changzhou | values | 20      | changzhou |
        | gated  | gates only       | otherwise              | none   | 0       | unread    |

    Scenario Outline: The gates of one programme do not apply to another
      Given programme is <programme>
      When evaluated as of 2026-12-01
      Then the stage is <stage>
      And the total score is <score>
      And gate NP-0 is <another>
      And gate NP-Z1 is <zhejiang>
      And gate NP-Z2 is <zhejiang>
      And gate NP-Z3 is <zhejiang>
      And gate NP-Z4 is <zhejiang>
      And gate NP-Z5 is <zhejiang>
      And gate NP-A1 is <accounting>
      And gate NP-A2 is <accounting>
      And gate NP-A3 is <accounting>
      And gate NP-A4 is <accounting>

      Examples:
        | programme                   | stage  | score | another        | zhejiang       | accounting     |
        | Changzhou                   | valued | 20    | not applicable | not applicable | not applicable |
        | Zhejiang                    | gated  | 0     | not applicable | met            | not applicable |
        | Jiangsu accounting standard | gated  | 0     | not applicable | not applicable | met            |
        | another programme           | gated  | 0     | met            | not applicable | not applicable |

  Rule: Changzhou
    Background:
      Given the quantity energy use per ten thousand CNY of added value (energy_per_value), in t, on basis changzhou
        | is                                                                                           |
        | annual energy use in coal equivalent by calorific value * 10000 CNY / industrial added value |
      And the quantity CO2 emissions per ten thousand CNY of added value (co2_per_value), in tCO2e, on basis changzhou
        | is                                                        |
        | annual CO2 emissions * 10000 CNY / industrial added value |
      And these conditions
        | condition       | label                                   | holds when                                                                                        | basis       |
        | electrification | electricity share reaches the threshold | electricity share of final energy use is more than 50 %                                           | changzhou   |
        | electrification |                                         | threshold for electrification is at_least; electricity share of final energy use is at least 50 % | electrified |
      And these indicators worth 20 points
        | id   | indicator                                                          | section | points | basis                         |
        | NP01 | Energy use per ten thousand CNY of added value                     | values  | 1      | changzhou, count              |
        | NP02 | CO2 emissions per ten thousand CNY of added value                  | values  | 1      | changzhou, count              |
        | NP03 | Share of firms at the energy efficiency benchmark                  | values  | 1      | changzhou, count              |
        | NP04 | Share of green factories and green supply-chain firms              | values  | 1      | changzhou, count              |
        | NP05 | Share of firms with a clean-production audit                       | values  | 1      | changzhou, count              |
        | NP06 | Share of above-scale firms with a digital transformation diagnosis | values  | 1      | changzhou, count              |
        | NP07 | Non-fossil share of energy use                                     | values  | 1      | changzhou, count              |
        | NP08 | Renewable share of electricity including certificates              | values  | 1      | changzhou, count              |
        | NP09 | Electricity share of final energy use                              | values  | 1      | changzhou, electrified, count |
        | NP10 | Share of new buildings with two stars or more                      | values  | 1      | changzhou, count              |
        | NP11 | Share of goods transported cleanly                                 | values  | 1      | changzhou, count              |
        | NP12 | Share of new-energy and clean-energy vehicles                      | values  | 1      | changzhou, count              |
        | NP13 | Utilisation rate of general industrial solid waste                 | values  | 1      | changzhou, count              |
        | NP14 | Process water reuse rate                                           | values  | 1      | changzhou, count              |
        | NP15 | Industrial waste heat recovery rate                                | values  | 1      | changzhou, count              |
        | NP16 | Share of firms with verified emissions                             | values  | 1      | changzhou, count              |
        | NP17 | Share of firms with a product footprint                            | values  | 1      | changzhou, count              |
        | NP18 | Share of above-scale firms that disclose environmental information | values  | 1      | changzhou, count              |
        | NP19 | Green research expenditure ratio                                   | values  | 1      | changzhou, count              |
        | NP20 | Green innovation platforms of provincial level or above            | values  | 1      | changzhou, count              |
      And indicator NP01 scores energy use per ten thousand CNY of added value in t as
        | more than | at most | points |
        |           | 0.35    | 1      |
        | 0.35      |         | 0      |
      And indicator NP02 scores co2_per_value in tCO2e as
        | more than | at most | points |
        |           | 0.6     | 1      |
        | 0.6       |         | 0      |
      And indicator NP03 scores share of firms at the energy efficiency benchmark in % as
        | at least | below | points |
        |          | 50    | 0      |
        | 50       |       | 1      |
      And indicator NP04 scores share of green factories and green supply-chain firms in % as
        | at least | below | points |
        |          | 50    | 0      |
        | 50       |       | 1      |
      And indicator NP05 scores share of firms with a clean-production audit in % as
        | at least | below | points |
        |          | 50    | 0      |
        | 50       |       | 1      |
      And indicator NP06 scores share of above-scale firms with a digital transformation diagnosis in % as
        | at least | below | points |
        |          | 100   | 0      |
        | 100      |       | 1      |
      And indicator NP07 scores non-fossil share of energy use in % as
        | at least | below | points |
        |          | 20    | 0      |
        | 20       |       | 1      |
      And indicator NP08 scores renewable share of electricity including certificates in % as
        | at least | below | points |
        |          | 30    | 0      |
        | 30       |       | 1      |
      And indicator NP09 scores in equal parts each that holds
        | holds                                         |
        | electricity share reaches the threshold holds |
      And indicator NP10 scores share of new buildings with two stars or more in % as
        | at least | below | points |
        |          | 50    | 0      |
        | 50       |       | 1      |
      And indicator NP11 scores share of goods transported cleanly in % as
        | at least | below | points |
        |          | 80    | 0      |
        | 80       |       | 1      |
      And indicator NP12 scores share of new-energy and clean-energy vehicles in % as
        | at least | below | points |
        |          | 80    | 0      |
        | 80       |       | 1      |
      And indicator NP13 scores utilisation rate of general industrial solid waste in % as
        | at least | below | points |
        |          | 96    | 0      |
        | 96       |       | 1      |
      And indicator NP14 scores process water reuse rate in % as
        | at least | below | points |
        |          | 85    | 0      |
        | 85       |       | 1      |
      And indicator NP15 scores industrial waste heat recovery rate in % as
        | at least | below | points |
        |          | 95    | 0      |
        | 95       |       | 1      |
      And indicator NP16 scores share of firms with verified emissions in % as
        | at least | below | points |
        |          | 10    | 0      |
        | 10       |       | 1      |
      And indicator NP17 scores share of firms with a product footprint in % as
        | at least | below | points |
        |          | 10    | 0      |
        | 10       |       | 1      |
      And indicator NP18 scores share of above-scale firms that disclose environmental information in % as
        | at least | below | points |
        |          | 50    | 0      |
        | 50       |       | 1      |
      And indicator NP19 scores green research expenditure ratio in % as
        | at least | below | points |
        |          | 3.5   | 0      |
        | 3.5      |       | 1      |
      And indicator NP20 scores green innovation platforms of provincial level or above in item as
        | at least | below | points |
        |          | 1     | 0      |
        | 1        |       | 1      |
      And these results
        | result      | label                                                                     | is                                             | rounded to | basis     |
        | reached     | Reference values of Changzhou reached, of twenty (other programmes: none) | the total score                                | 0 decimals | count     |
        | energy_rate | Energy use per ten thousand CNY of added value                            | energy use per ten thousand CNY of added value | 4 decimals | changzhou |
        | co2_rate    | CO2 emissions per ten thousand CNY of added value                         | co2_per_value                                  | 4 decimals | changzhou |

    Scenario Outline: Each reference value: both sides of the boundary
      Given the setting threshold for electrification is at_least
      And <change>
      When evaluated as of 2026-12-01
      Then indicator <indicator> scores <points>
      And the total score is <score>

      Examples:
        | change                 | indicator | points | score |
        | energy is 35000 t      | NP01      | 1      | 20    |
        | energy is 35000.01 t   | NP01      | 0      | 19    |
        | co2 is 60000 tCO2e     | NP02      | 1      | 20    |
        | co2 is 60000.01 tCO2e  | NP02      | 0      | 19    |
        | benchmark is 50 %      | NP03      | 1      | 20    |
        | benchmark is 49.99 %   | NP03      | 0      | 19    |
        | green is 50 %          | NP04      | 1      | 20    |
        | green is 49.99 %       | NP04      | 0      | 19    |
        | audited is 50 %        | NP05      | 1      | 20    |
        | audited is 49.99 %     | NP05      | 0      | 19    |
        | diagnosed is 100 %     | NP06      | 1      | 20    |
        | diagnosed is 99.99 %   | NP06      | 0      | 19    |
        | nonfossil is 20 %      | NP07      | 1      | 20    |
        | nonfossil is 19.99 %   | NP07      | 0      | 19    |
        | renewable is 30 %      | NP08      | 1      | 20    |
        | renewable is 29.99 %   | NP08      | 0      | 19    |
        | electrified is 50 %    | NP09      | 1      | 20    |
        | electrified is 49.99 % | NP09      | 0      | 19    |
        | buildings is 50 %      | NP10      | 1      | 20    |
        | buildings is 49.99 %   | NP10      | 0      | 19    |
        | freight is 80 %        | NP11      | 1      | 20    |
        | freight is 79.99 %     | NP11      | 0      | 19    |
        | vehicles is 80 %       | NP12      | 1      | 20    |
        | vehicles is 79.99 %    | NP12      | 0      | 19    |
        | waste is 96 %          | NP13      | 1      | 20    |
        | waste is 95.99 %       | NP13      | 0      | 19    |
        | water is 85 %          | NP14      | 1      | 20    |
        | water is 84.99 %       | NP14      | 0      | 19    |
        | heat is 95 %           | NP15      | 1      | 20    |
        | heat is 94.99 %        | NP15      | 0      | 19    |
        | verified is 10 %       | NP16      | 1      | 20    |
        | verified is 9.99 %     | NP16      | 0      | 19    |
        | footprints is 10 %     | NP17      | 1      | 20    |
        | footprints is 9.99 %   | NP17      | 0      | 19    |
        | disclosed is 50 %      | NP18      | 1      | 20    |
        | disclosed is 49.99 %   | NP18      | 0      | 19    |
        | research is 3.5 %      | NP19      | 1      | 20    |
        | research is 3.49 %     | NP19      | 0      | 19    |
        | platforms is 1 item    | NP20      | 1      | 20    |
        | platforms is 0 items   | NP20      | 0      | 19    |

    Scenario Outline: Exactly 50 % electrification under the two interpretations
      Given the setting threshold for electrification is <reading>
      And electrified is <share> %
      When evaluated as of 2026-12-01
      Then indicator NP09 scores <points>

      Examples:
        | reading   | share | points |
        | at_least  | 50    | 1      |
        | more_than | 50    | 0      |
        | more_than | 50.01 | 1      |
        | at_least  | 49.99 | 0      |

    Scenario: Without a chosen interpretation, exactly 50 % is undetermined
      Given electrified is 50 %
      When evaluated as of 2026-12-01
      Then indicator NP09 scores between 0 and 1
      And the total score is between 19 and 20

    Scenario: Missing facts make the score a range
      Given heat is missing
      And water is missing
      When evaluated as of 2026-12-01
      Then the total score is between 18 and 20

  Rule: Zhejiang
    Background:
      Given these gates
        | id    | gate                                                   | requires                                                  | applies when          | basis             |
        | NP-Z1 | Manufacturing is above 50 % of added value in Zhejiang | manufacturing share of added value is more than 50 %      | programme is Zhejiang | zhejiang, of-what |
        | NP-Z2 | No major accident in three years                       | major accident in three years is no                       | programme is Zhejiang | zhejiang          |
        | NP-Z3 | All key firms have a clean-production audit            | share of key firms with a clean-production audit is 100 % | programme is Zhejiang | zhejiang          |
        | NP-Z4 | At least two full-time staff                           | full-time staff of the park is at least 2 items           | programme is Zhejiang | zhejiang          |
        | NP-Z5 | Points required by Zhejiang reached                    | points required by Zhejiang are reached is yes            | programme is Zhejiang | zhejiang          |

    Scenario Outline: Reported gates of Zhejiang, and missing points
      Given programme is Zhejiang
      And <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>
      And the conclusion is <conclusion>

      Examples:
        | change                   | gate  | outcome      | conclusion  |
        | manufacturing is 50.01 % | NP-Z1 | met          | scored      |
        | manufacturing is 50 %    | NP-Z1 | not met      | gate failed |
        | accident is yes          | NP-Z2 | not met      | gate failed |
        | key_audited is 99.99 %   | NP-Z3 | not met      | gate failed |
        | staff is 1 item          | NP-Z4 | not met      | gate failed |
        | points is no             | NP-Z5 | not met      | gate failed |
        | points is missing        | NP-Z5 | undetermined | incomplete  |

  Rule: Jiangsu accounting standard
    Background:
      Given these gates
        | id    | gate                                                  | requires                                                      | applies when                             | basis      |
        | NP-A1 | The zone is approved by a province or above           | approval level of the zone is approved by a province or above | programme is Jiangsu accounting standard | accounting |
        | NP-A2 | Manufacturing is above 50 % of added value in Jiangsu | manufacturing share of added value is more than 50 %          | programme is Jiangsu accounting standard | accounting |
        | NP-A3 | All seven greenhouse gases are included               | all seven gases are included is yes                           | programme is Jiangsu accounting standard | accounting |
        | NP-A4 | Agriculture and forestry excluded                     | agriculture and forestry are excluded is yes                  | programme is Jiangsu accounting standard | accounting |

    Scenario Outline: Scope and content of the accounting
      Given programme is Jiangsu accounting standard
      And <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | change                             | gate  | outcome |
        | level is approved below a province | NP-A1 | not met |
        | manufacturing is 50.01 %           | NP-A2 | met     |
        | manufacturing is 50 %              | NP-A2 | not met |
        | gases is no                        | NP-A3 | not met |
        | left_out is no                     | NP-A4 | not met |

  Rule: Another programme
    Background:
      Given these gates
        | id   | gate                                  | requires                                           | applies when                   | basis  |
        | NP-0 | Requirements of another programme met | requirements of the other programme are met is yes | programme is another programme | unread |

    Scenario Outline: Another programme is undetermined until its requirements are declared
      Given programme is another programme
      And terms is <met>
      When evaluated as of 2026-12-01
      Then gate NP-0 is <outcome>

      Examples:
        | met     | outcome      |
        | yes     | met          |
        | no      | not met      |
        | missing | undetermined |
