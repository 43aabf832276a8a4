# language: en
Feature: Price, charge and registration

  Background:
    Given the scorecard uk-cbam

  Rule: The price of a sector
    Background:
      Given for each imported line the quantity factor of the path (path), in force on date of the liability, on basis factors, later
        | from       | is    |
        | earlier    | 0     |
        | 2027-01-01 | 0.975 |
        | 2028-01-01 | 0.95  |
        | 2029-01-01 | 0.9   |
        | 2030-01-01 | 0.775 |
        | 2031-01-01 | 0.515 |
        | 2032-01-01 | 0.39  |
        | 2033-01-01 | 0.265 |
        | 2034-01-01 | 0.14  |
        | 2035-01-01 | 0     |
      And for each imported line the quantity yearly factor (factor)
        | is                 | when                                       | basis   |
        | factor of the path | date of the liability is before 2031-01-01 | factors |
        | 0.775              | factor after 2030 is same                  | later   |
        | factor of the path | factor after 2030 is eu                    | later   |
        | 0                  | otherwise                                  | later   |
      And for each imported line the quantity baseline free allocation (baseline), in %
        | is                                                             | when                                             | basis    |
        | value of the entered baseline                                  | baseline entered together with its source is yes | entered  |
        | 86.49 %                                                        | sector of the good is hydrogen                   | hydrogen |
        | undetermined, because the baseline of the sector was not found | otherwise                                        | price    |
      And for each imported line the quantity price of the sector (sector_price), in GBP/tCO2e, on basis price
        | is                                                                                              |
        | mean auction price of the previous quarter * (100 % - baseline free allocation * yearly factor) |
      And for each imported line these results
        | result     | label               | is                  | rounded to | basis |
        | line_price | Price of the sector | price of the sector | 4 decimals | price |

    Scenario Outline: the factor falls from year to year
      Given imported goods are
        | record | sector of the good | date of the liability | mass of the good | exempt mass | direct emissions per tonne of the good | mean auction price of the previous quarter | baseline entered together with its source | value of the entered baseline | carbon price paid abroad |
        | H1     | hydrogen           | <day>                 | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 0 GBP                    |
      When evaluated as of 2026-12-01
      Then the quantity total charge is <charge> GBP

      Examples:
        | day        | charge     |
        | 2026-12-31 | 0          |
        | 2027-01-01 | 7052.5125  |
        | 2027-12-31 | 7052.5125  |
        | 2028-01-01 | 8025.525   |
        | 2028-12-31 | 8025.525   |
        | 2029-01-01 | 9971.55    |
        | 2029-12-31 | 9971.55    |
        | 2030-01-01 | 14836.6125 |
        | 2030-12-31 | 14836.6125 |

  Rule: The charge
    Background:
      Given for each imported line the quantity embodied emissions (embodied), in tCO2e, on basis charge, indirect
        | is                                                                                |
        | max(mass of the good - exempt mass, 0 t) * direct emissions per tonne of the good |
      And for each imported line the quantity charge before relief (before_relief), in GBP
        | is                                       | when                                       | basis         |
        | 0 GBP                                    | date of the liability is before 2027-01-01 | start         |
        | 0 GBP                                    | sector of the good is another sector       | goods         |
        | embodied emissions * price of the sector | otherwise                                  | charge, ahead |
      And for each imported line the quantity relief of the line (line_relief), in GBP
        | is                       | when                                       | basis  |
        | 0 GBP                    | date of the liability is before 2027-01-01 | start  |
        | 0 GBP                    | sector of the good is another sector       | goods  |
        | carbon price paid abroad | otherwise                                  | relief |
      And for each imported line the quantity charge of the line (charge), in GBP, on basis relief, entered
        | is                                                    |
        | max(charge before relief - relief of the line, 0 GBP) |
      And the quantity charge line by line (by_line), in GBP, the sum of charge of the line over imported goods, on basis charge, pooled
      And the quantity charge on all lines before relief (all_before), in GBP, the sum of charge before relief over imported goods, on basis charge
      And the quantity relief of all lines (all_relief), in GBP, the sum of relief of the line over imported goods, on basis relief, pooled
      And the quantity total charge (total), in GBP, on basis charge, pooled
        | is                                                                  | when                        |
        | charge line by line                                                 | scope of the relief is line |
        | max(charge on all lines before relief - relief of all lines, 0 GBP) | otherwise                   |
      And for each imported line the quantity indirect emissions may be added (1 = yes) (indirect_open), on basis indirect
        | is | when                                                                               |
        | 1  | date of the liability is from 2029-01-01; sector of the good is not another sector |
        | 0  | otherwise                                                                          |
      And the quantity lines to which indirect emissions may be added (indirect_all), the sum of indirect emissions may be added (1 = yes) over imported goods, on basis indirect
      And these findings
        | code  | finding                                                                        | when                                                          | severity    | basis    |
        | UK-06 | Indirect emissions may be added from 2029 and are not included in these values | lines to which indirect emissions may be added is more than 0 | observation | indirect |
      And for each imported line these results
        | result        | label                                    | is                 | rounded to | basis  |
        | line_embodied | Embodied emissions                       | embodied emissions | 2 decimals | charge |
        | line_charge   | Charge with the relief of this line only | charge of the line | 2 decimals | charge |
      And these results
        | result       | label                         | is           | rounded to | basis  |
        | charge_total | Estimated charge on all lines | total charge | 2 decimals | charge |

    Scenario Outline: the charge by sector, exempt mass, relief and entered baseline
      Given imported goods are
        | record | sector of the good | date of the liability | mass of the good | exempt mass | direct emissions per tonne of the good | mean auction price of the previous quarter | baseline entered together with its source | value of the entered baseline | carbon price paid abroad |
        | L1     | <sector>           | <day>                 | 100 t            | <exempt> t  | 2 tCO2e/t                              | 50 GBP/tCO2e                               | <known>                                   | <baseline> %                  | <paid> GBP               |
      When evaluated as of 2026-12-01
      Then the quantity total charge is <charge> GBP
      And <indirect>

      Examples:
        | sector   | day        | exempt | known | baseline | paid | charge | indirect                       |
        | cement   | 2027-06-30 | 0      | yes   | 80       | 0    | 2200   | no finding UK-06 is raised     |
        | cement   | 2027-06-30 | 25     | yes   | 80       | 0    | 1650   | no finding UK-06 is raised     |
        | cement   | 2027-06-30 | 101    | yes   | 80       | 0    | 0      | no finding UK-06 is raised     |
        | cement   | 2027-06-30 | 0      | yes   | 80       | 200  | 2000   | no finding UK-06 is raised     |
        | cement   | 2027-06-30 | 0      | yes   | 80       | 2201 | 0      | no finding UK-06 is raised     |
        | hydrogen | 2027-06-30 | 0      | yes   | 80       | 0    | 2200   | no finding UK-06 is raised     |
        | another  | 2027-06-30 | 0      | no    | 0        | 0    | 0      | no finding UK-06 is raised     |
        | another  | 2029-06-30 | 0      | no    | 0        | 0    | 0      | no finding UK-06 is raised     |
        | cement   | 2028-12-31 | 0      | yes   | 0        | 0    | 10000  | no finding UK-06 is raised     |
        | cement   | 2029-01-01 | 0      | yes   | 0        | 0    | 10000  | an observation UK-06 is raised |

    Scenario: cement without a baseline has no amount
      Given imported goods are
        | record | sector of the good | date of the liability | mass of the good | exempt mass | direct emissions per tonne of the good | mean auction price of the previous quarter | baseline entered together with its source | value of the entered baseline | carbon price paid abroad |
        | C1     | cement             | 2027-06-30            | 100 t            | 0 t         | 2 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 0 GBP                    |
      When evaluated as of 2026-12-01
      Then for imported line C1 the rules leave the quantity baseline undetermined

    Scenario Outline: after 2030 with an assumption
      Given the setting factor after 2030 is <later>
      And imported goods are
        | record | sector of the good | date of the liability | mass of the good | exempt mass | direct emissions per tonne of the good | mean auction price of the previous quarter | baseline entered together with its source | value of the entered baseline | carbon price paid abroad |
        | H1     | hydrogen           | <day>                 | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 0 GBP                    |
      When evaluated as of 2026-12-01
      Then the quantity total charge is <charge> GBP

      Examples:
        | later | day        | charge     |
        | same  | 2030-12-31 | 14836.6125 |
        | eu    | 2030-12-31 | 14836.6125 |
        | none  | 2030-12-31 | 14836.6125 |
        | same  | 2031-01-01 | 14836.6125 |
        | same  | 2035-01-01 | 14836.6125 |
        | none  | 2031-01-01 | 45000      |
        | eu    | 2031-01-01 | 24955.9425 |
        | eu    | 2031-12-31 | 24955.9425 |
        | eu    | 2032-01-01 | 29821.005  |
        | eu    | 2032-12-31 | 29821.005  |
        | eu    | 2033-01-01 | 34686.0675 |
        | eu    | 2033-12-31 | 34686.0675 |
        | eu    | 2034-01-01 | 39551.13   |
        | eu    | 2034-12-31 | 39551.13   |
        | eu    | 2035-01-01 | 45000      |

    Scenario: after 2030 without an assumption the charge is a range
      Given imported goods are
        | record | sector of the good | date of the liability | mass of the good | exempt mass | direct emissions per tonne of the good | mean auction price of the previous quarter | baseline entered together with its source | value of the entered baseline | carbon price paid abroad |
        | H1     | hydrogen           | 2031-01-01            | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 0 GBP                    |
      When evaluated as of 2026-12-01
      Then the quantity total charge is between 14836.6125 GBP and 45000 GBP

    Scenario Outline: relief in both interpretations
      Given the setting scope of the relief is <off>
      And imported goods are
        | record | sector of the good | date of the liability | mass of the good | exempt mass | direct emissions per tonne of the good | mean auction price of the previous quarter | baseline entered together with its source | value of the entered baseline | carbon price paid abroad |
        | H1     | hydrogen           | 2027-06-30            | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 8000 GBP                 |
        | H2     | hydrogen           | <day>                 | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | <paid> GBP               |
        | H3     | another sector     | 2027-06-30            | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 10000 GBP                |
        | H4     | hydrogen           | 2026-12-31            | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 10000 GBP                |
      When evaluated as of 2026-12-01
      Then the quantity total charge is <charge> GBP

      Examples:
        | off  | paid | day        | charge    |
        | line | 0    | 2027-06-30 | 7052.5125 |
        | all  | 0    | 2027-06-30 | 6105.025  |
        | line | 7000 | 2027-06-30 | 52.5125   |
        | line | 7000 | 2027-01-01 | 52.5125   |
        | all  | 7000 | 2027-06-30 | 0         |

    Scenario: without an interpretation of relief the charge is a range
      Given imported goods are
        | record | sector of the good | date of the liability | mass of the good | exempt mass | direct emissions per tonne of the good | mean auction price of the previous quarter | baseline entered together with its source | value of the entered baseline | carbon price paid abroad |
        | H1     | hydrogen           | 2027-06-30            | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 8000 GBP                 |
        | H2     | hydrogen           | 2027-06-30            | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 0 GBP                    |
      When evaluated as of 2026-12-01
      Then the quantity total charge is between 6105.025 GBP and 7052.5125 GBP

  Rule: Registration
    Background:
      Given these conditions
        | condition     | label                 | holds when                                                                    | basis    |
        | must_register | registration required | value of covered goods in twelve months is at least 50000 GBP                 | register |
        | must_register |                       | value of covered goods expected in the next thirty days is at least 50000 GBP | register |
      And these gates
        | id    | gate                                       | requires                                                                                     | applies when                                                    | basis           |
        | UK-03 | Registered if the value reaches 50,000 GBP | registered for the tax is yes                                                                | registration required holds; the as-of date is from 2027-01-01  | register, start |
        | UK-09 | Return and payment for 2027 by 31 May 2028 | return and payment for 2027 completed is yes; date of return and payment is until 2028-05-31 | registration required holds; the as-of date is after 2028-05-31 | return          |

    Scenario Outline: registration from 50,000 GBP, past or expected
      Given value_12_months is <past> GBP
      And value_30_days is <soon> GBP
      And registered is <registered>
      When evaluated as of <day>
      Then gate UK-03 is <outcome>

      Examples:
        | past     | soon     | registered | day        | outcome        |
        | 49999.99 | 49999.99 | no         | 2027-01-01 | not applicable |
        | 50000    | 0        | no         | 2027-01-01 | not met        |
        | 0        | 50000    | no         | 2027-01-01 | not met        |
        | 50000    | 0        | yes        | 2027-01-01 | met            |
        | 50000    | 0        | no         | 2026-12-31 | not applicable |

    Scenario Outline: the first return is due on 31 May 2028
      Given value_12_months is <past> GBP
      And returned is <made>
      And returned_on is <on>
      When evaluated as of <day>
      Then gate UK-09 is <outcome>

      Examples:
        | past  | made | on         | day        | outcome        |
        | 50000 | no   | missing    | 2028-05-31 | not applicable |
        | 50000 | no   | missing    | 2028-06-01 | not met        |
        | 50000 | no   | 2028-05-31 | 2028-06-01 | not met        |
        | 50000 | yes  | 2028-05-31 | 2028-06-01 | met            |
        | 50000 | yes  | 2028-06-01 | 2028-06-01 | not met        |
        | 0     | no   | missing    | 2028-06-01 | not applicable |
