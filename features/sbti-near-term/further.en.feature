# language: en
Feature: Further examples · Near-term science-based target
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-23, and read in samples only.

  Background:
    Given the scorecard sbti-near-term

  Rule: What the examples beside the rules leave open

    Scenario: SB1-06: coverage of scope 3 is at least 67 %: just fails
      Given supposing coverage of scope 3 is 66.99 %
      When evaluated as of 2028-06-01
      Then gate SB1-06 is not met

    Scenario: SB1-07: standard submitted under is V1.3.1: just fails
      Given standard submitted under is V2.0
      And sells_fossil is yes
      When evaluated as of 2028-06-01
      Then gate SB1-07 is not applicable

    Scenario: SB1-07: a target for category 11 is set is yes: just holds
      Given target_11 is yes
      When evaluated as of 2028-06-01
      Then gate SB1-07 is not applicable

    Scenario: SB1-26: standard submitted under is V1.3.1: just fails
      Given standard submitted under is V2.0
      And bioenergy is yes
      When evaluated as of 2028-06-01
      Then gate SB1-26 is not applicable

    Scenario: SB1-26: biogenic CO2 and land emissions are reported is yes: just holds
      Given biogenic CO2 and land emissions are reported is yes
      When evaluated as of 2028-06-01
      Then gate SB1-26 is not applicable

    Scenario: SB1-08-12: standard submitted under is V1.3.1: just fails
      Given standard submitted under is V2.0
      And target_3 is no
      When evaluated as of 2028-06-01
      Then gate SB1-08-12 is not applicable

    Scenario: scope 3 is ambitious enough: method for scope 3 is supplier engagement: just holds
      Given method for scope 3 is supplier engagement
      And supplier_by is 2028-12-01
      And supposing supplier coverage is 67 %
      When evaluated as of 2028-06-01
      Then condition scope 3 is ambitious enough holds

    Scenario: scope 3 is ambitious enough: suppliers have their targets in time holds: just fails
      Given supplier_by is 2031-12-02
      And method for scope 3 is supplier engagement
      And supposing supplier coverage is 67 %
      When evaluated as of 2028-06-01
      Then condition scope 3 is ambitious enough does not hold

    Scenario: scope 3 is ambitious enough: supplier coverage is at least 67 %: just fails
      Given supposing supplier coverage is 66.99 %
      And method for scope 3 is supplier engagement
      And supplier_by is 2028-12-01
      When evaluated as of 2028-06-01
      Then condition scope 3 is ambitious enough does not hold

    Scenario: least reduction of scopes 1 and 2: method for scopes 1 and 2 is pathway of a sector: just holds
      Given method for scopes 1 and 2 is pathway of a sector
      When evaluated as of 2028-06-01
      Then the rules leave the quantity least reduction of scopes 1 and 2 undetermined

    Scenario: least reduction of scopes 1 and 2: years of the linear rate is from the base year: just holds
      Given the setting years of the linear rate is from the base year
      When evaluated as of 2028-06-01
      Then the quantity least reduction of scopes 1 and 2 is 33.6 %

    Scenario: least reduction of scopes 1 and 2: years of the linear rate is from the base year: just fails
      Given the setting years of the linear rate is from 2020 at the latest
      When evaluated as of 2028-06-01
      Then the quantity least reduction of scopes 1 and 2 is 42 %

    Scenario: SB1-16: standard submitted under is V1.3.1: just holds
      Given standard submitted under is V1.3.1
      And one target joins scopes 1, 2 and 3 is yes
      When evaluated as of 2028-06-01
      Then gate SB1-16 is met

    Scenario: SB1-16: standard submitted under is V1.3.1: just fails
      Given standard submitted under is V2.0
      And one target joins scopes 1, 2 and 3 is yes
      When evaluated as of 2028-06-01
      Then gate SB1-16 is not applicable

    Scenario: what SB2-11 asks: scope 2 has an absolute target is yes: just holds
      Given scope 2 has an absolute target is yes
      When evaluated as of 2028-06-01
      Then condition what SB2-11 asks holds

    Scenario: years of the frame: start of the five years is the base year: just fails
      Given the setting start of the five years is the year of submission
      When evaluated as of 2028-06-01
      Then the quantity years of the frame is 4

    Scenario: scope 2 needs an absolute target: company of category A holds: just fails
      Given net turnover of the group is 449999999.99 EUR
      And seat in a high-income country is no
      And growth of electricity a year, projected is 20.01 %
      When evaluated as of 2028-06-01
      Then condition scope 2 needs an absolute target does not hold

    Scenario: SB2-12: standard submitted under is V2.0: just fails
      Given standard submitted under is V1.3.1
      And net turnover of the group is 450000000 EUR
      And growth of electricity a year, projected is 20.01 %
      When evaluated as of 2028-06-01
      Then gate SB2-12 is not applicable

    Scenario: SB2-13: standard submitted under is V2.0: just fails
      Given standard submitted under is V1.3.1
      And buys_heat is yes
      When evaluated as of 2028-06-01
      Then gate SB2-13 is not applicable

    Scenario: SB2-13: heat, steam and cooling have an absolute target is yes: just holds
      Given heat, steam and cooling have an absolute target is yes
      When evaluated as of 2028-06-01
      Then gate SB2-13 is not applicable

    Scenario: SB2-16: standard submitted under is V2.0: just fails
      Given standard submitted under is V1.3.1
      And net turnover of the group is 450000000 EUR
      And method for scope 1 under V2 is intensity
      When evaluated as of 2028-06-01
      Then gate SB2-16 is not applicable

    Scenario: SB2-16: company of category A holds: just fails
      Given net turnover of the group is 449999999.99 EUR
      And seat in a high-income country is no
      And standard submitted under is V2.0
      And method for scope 1 under V2 is intensity
      When evaluated as of 2028-06-01
      Then gate SB2-16 is not applicable

    Scenario: SB2-16: scope 1 has a long-term target is yes: just holds
      Given scope 1 has a long-term target is yes
      When evaluated as of 2028-06-01
      Then gate SB2-16 is not applicable

    Scenario: tonnes of categories 1 to 14: category of scope 3 is 15 investments: just holds
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 15 investments      | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity tonnes of categories 1 to 14 is 0 tCO2e

    Scenario: reason stands on the list: category of scope 3 is 1 goods and services: just holds
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | second-hand goods  | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 1

    Scenario: reason stands on the list: category of scope 3 is 1 goods and services: just fails
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 2 capital goods     | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | second-hand goods  | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 1

    Scenario: reason stands on the list: the initiative has a sector path for it is no: just fails
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | yes                                     | second-hand goods  | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 0

    Scenario: reason stands on the list: category of scope 3 is 3 fuel and energy: just holds
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out               | condition, reason, tonnes and plan are told |
        | 1      | 3 fuel and energy   | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | cut through scope 1 or 2 already | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 1

    Scenario: reason stands on the list: category of scope 3 is 3 fuel and energy: just fails
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out               | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | cut through scope 1 or 2 already | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 0

    Scenario: reason stands on the list: category of scope 3 is 7 commuting: just holds
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out     | condition, reason, tonnes and plan are told |
        | 1      | 7 commuting         | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | the whole of commuting | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 1

    Scenario: reason stands on the list: category of scope 3 is 7 commuting: just fails
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out     | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | the whole of commuting | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 0

    Scenario: reason stands on the list: category of scope 3 is 8 upstream leased assets: just holds
      Given scope 3 by category are
        | record | category of scope 3      | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out                  | condition, reason, tonnes and plan are told |
        | 1      | 8 upstream leased assets | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | no operational control or influence | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 1

    Scenario: reason stands on the list: category of scope 3 is 8 upstream leased assets: just fails
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out                  | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | no operational control or influence | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 0

    Scenario: reason stands on the list: why it is left out is no operational control or influence: just fails
      Given scope 3 by category are
        | record | category of scope 3      | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 8 upstream leased assets | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 0

    Scenario: reason stands on the list: category of scope 3 is 9 downstream transport: just holds
      Given scope 3 by category are
        | record | category of scope 3    | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out                          | condition, reason, tonnes and plan are told |
        | 1      | 9 downstream transport | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | no contractual say in the mode of transport | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 1

    Scenario: reason stands on the list: category of scope 3 is 9 downstream transport: just fails
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out                          | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | no contractual say in the mode of transport | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 0

    Scenario: reason stands on the list: category of scope 3 is 10 processing: just holds
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out                    | condition, reason, tonnes and plan are told |
        | 1      | 10 processing       | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | processing unknown or no relationship | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 1

    Scenario: reason stands on the list: category of scope 3 is 10 processing: just fails
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out                    | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | processing unknown or no relationship | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 0

    Scenario: reason stands on the list: why it is left out is processing unknown or no relationship: just fails
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 10 processing       | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 0

    Scenario: reason stands on the list: category of scope 3 is 14 franchises: just holds
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out            | condition, reason, tonnes and plan are told |
        | 1      | 14 franchises       | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | the franchisee is independent | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 1

    Scenario: reason stands on the list: category of scope 3 is 14 franchises: just fails
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out            | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | the franchisee is independent | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 0

    Scenario: reason stands on the list: why it is left out is the franchisee is independent: just fails
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 14 franchises       | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity reason stands on the list is 0

    Scenario: method is open to it: category of scope 3 is not 15 investments: just fails
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 15 investments      | 61000 tCO2e               | 100 %                                  | yes                       | reduction of emissions  | no                                      | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity method is open to it is 0

    Scenario: method is open to it: category of scope 3 is one of 1 goods and services, 2 capital goods: just holds
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of volumes    | yes                                     | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity method is open to it is 1

    Scenario: method is open to it: category of scope 3 is one of 1 goods and services, 2 capital goods: just fails
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 3 fuel and energy   | 61000 tCO2e               | 100 %                                  | yes                       | alignment of volumes    | yes                                     | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity method is open to it is 0

    Scenario: method is open to it: the initiative has a sector path for it is yes: just fails
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of volumes    | no                                      | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity method is open to it is 0

    Scenario: method is open to it: category of scope 3 is one of 11 use of products, 13 downstream leased assets: just fails
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category  | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of product use | no                                      | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity method is open to it is 0

    Scenario: method is open to it: method for the category is alignment of product use: just fails
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 11 use of products  | 61000 tCO2e               | 100 %                                  | yes                       | reduction of emissions  | no                                      | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity method is open to it is 1

    Scenario: method is open to it: category of scope 3 is 12 end of life: just holds
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category  | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 12 end of life      | 61000 tCO2e               | 100 %                                  | yes                       | alignment of end of life | no                                      | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity method is open to it is 1

    Scenario: method is open to it: category of scope 3 is 12 end of life: just fails
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category  | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of end of life | no                                      | it is not left out | no                                          |
      When evaluated as of 2028-06-01
      Then for line 1 the quantity method is open to it is 0

    Scenario: SB2-07: company of category A holds: just fails
      Given net turnover of the group is 449999999.99 EUR
      And seat in a high-income country is no
      And standard submitted under is V2.0
      When evaluated as of 2028-06-01
      Then gate SB2-07 is not applicable

    Scenario: SB2-08: categories left open is 0: just fails
      Given supposing categories left open is 0.01
      When evaluated as of 2028-06-01
      Then gate SB2-08 is not applicable

    Scenario: SB2-09.VOID: standard submitted under is V2.0: just holds
      Given standard submitted under is V2.0
      And supposing reasons that are void is 0.01
      When evaluated as of 2028-06-01
      Then a minor nonconformity SB2-09.VOID is raised

    Scenario: the base year must be recalculated: standard submitted under is V1.3.1: just fails
      Given standard submitted under is V2.0
      And change of all base-year emissions is 5 %
      When evaluated as of 2028-06-01
      Then condition the base year must be recalculated does not hold

    Scenario: the base year must be recalculated: standard submitted under is V2.0: just holds
      Given standard submitted under is V2.0
      And change of scope 1 against its base year is 5 %
      When evaluated as of 2028-06-01
      Then condition the base year must be recalculated holds

    Scenario: the base year must be recalculated: standard submitted under is V2.0: just fails
      Given standard submitted under is V1.3.1
      And change of scope 1 against its base year is 5 %
      When evaluated as of 2028-06-01
      Then condition the base year must be recalculated does not hold

    Scenario: the base year must be recalculated: standard submitted under is V2.0: just fails (2)
      Given standard submitted under is V1.3.1
      And change of scope 2 against its base year is 5 %
      When evaluated as of 2028-06-01
      Then condition the base year must be recalculated does not hold

    Scenario: the base year must be recalculated: standard submitted under is V2.0: just holds (2)
      Given standard submitted under is V2.0
      And change of scope 3 against its base year is 5 %
      When evaluated as of 2028-06-01
      Then condition the base year must be recalculated holds

    Scenario: the base year must be recalculated: standard submitted under is V2.0: just fails (3)
      Given standard submitted under is V1.3.1
      And change of scope 3 against its base year is 5 %
      When evaluated as of 2028-06-01
      Then condition the base year must be recalculated does not hold

    Scenario: the base year must be recalculated: standard submitted under is V2.0: just holds (3)
      Given standard submitted under is V2.0
      And a category crossed the line of 5 % is yes
      When evaluated as of 2028-06-01
      Then condition the base year must be recalculated holds

    Scenario: the base year must be recalculated: standard submitted under is V2.0: just fails (4)
      Given standard submitted under is V1.3.1
      And a category crossed the line of 5 % is yes
      When evaluated as of 2028-06-01
      Then condition the base year must be recalculated does not hold

    Scenario: SB-RE: the base year was recalculated is yes: just holds
      Given the base year was recalculated is yes
      When evaluated as of 2028-06-01
      Then gate SB-RE is not applicable

    Scenario: SB1-25: day of the last review is within 5 years before the as-of date: just fails
      Given day of the last review is 2023-05-31
      When evaluated as of 2028-06-01
      Then gate SB1-25 is not met

    Scenario: SB2-17: base year of scope 1 is most recent complete year: just fails
      Given base year of scope 1 is 2021
      When evaluated as of 2028-06-01
      Then gate SB2-17 is not applicable

    Scenario: SB2-17: base year of scope 2 is most recent complete year: just fails
      Given base year of scope 2 is 2021
      When evaluated as of 2028-06-01
      Then gate SB2-17 is not applicable

    Scenario: SB2-17-3: base year of scope 3 is most recent complete year: just fails
      Given base year of scope 3 is 2021
      When evaluated as of 2028-06-01
      Then gate SB2-17-3 is not applicable

    Scenario: SB2-20: standard submitted under is V2.0: just fails
      Given standard submitted under is V1.3.1
      And net turnover of the group is 450000000 EUR
      When evaluated as of 2028-06-02
      Then gate SB2-20 is not applicable

    Scenario: SB2-20: company of category A holds: just fails
      Given net turnover of the group is 449999999.99 EUR
      And seat in a high-income country is no
      And standard submitted under is V2.0
      When evaluated as of 2028-06-02
      Then gate SB2-20 is not applicable

    Scenario: SB2-22: day of the public commitment is until the as-of date: just fails
      Given day of the public commitment is 2028-06-02
      When evaluated as of 2028-06-01
      Then gate SB2-22 is not applicable

    Scenario: energy that counts: own generation is yes: just holds
      Given electricity by instrument are
        | serial | energy of the instrument | emissions of the generator | day of commissioning or repowering | day of consumption | day of the contract | own generation |
        | wind   | 30000 MWh                | 0.011 kgCO2e/kWh           | 2015-07-01                         | 2026-12-31         | 2024-01-01          | yes            |
      When evaluated as of 2028-06-01
      Then for instrument wind the quantity energy that counts is 30000 MWh

    Scenario: hourly share recognised: last day of the year that is matched is before 2030-01-01: just fails
      Given matched_year is 2030-01-01
      When evaluated as of 2028-06-01
      Then the quantity hourly share recognised is 75 %

    Scenario: hourly share recognised: last day of the year that is matched is before 2035-01-01: just fails
      Given matched_year is 2035-01-01
      When evaluated as of 2028-06-01
      Then the quantity hourly share recognised is 90 %

    Scenario: limit: day of consumption is before 2035-01-01: just fails
      Given electricity by instrument are
        | serial | energy of the instrument | emissions of the generator | day of commissioning or repowering | day of consumption | day of the contract | own generation |
        | wind   | 30000 MWh                | 0.011 kgCO2e/kWh           | 2015-07-01                         | 2035-01-01         | 2024-01-01          | no             |
      When evaluated as of 2028-06-01
      Then for instrument wind the quantity limit is 0.024 kgCO2e/kWh

    Scenario: small in assets: balance sheet of the group is less than 20000000 EUR: just holds
      Given balance sheet of the group is 19999999.99 EUR
      When evaluated as of 2028-06-01
      Then the quantity small in assets is 1

    Scenario: SB1-27: standard submitted under is V1.3.1: just fails
      Given standard submitted under is V2.0
      And sme_route is yes
      When evaluated as of 2028-06-01
      Then gate SB1-27 is not applicable

    Scenario: SB1-27: activities that bar the route includes none of ships or power stations, finance, oil and gas, part of a large group: just fails
      Given activities that bar the route is ships or power stations
      And supposing scopes 1 and 2 by location is 9999.99 tCO2e
      And supposing small in is 2
      When evaluated as of 2028-06-01
      Then gate SB1-27 is not applicable

    Scenario: allowed on the straight line: target year is base year of scope 1: just holds
      Given target year is 2022
      And years since the base year are
        | year | scopes 1 and 2 in that year |
        | 2024 | 90000 tCO2e                 |
      When evaluated as of 2028-06-01
      Then for past_year 2024 the quantity allowed on the straight line is 100000 tCO2e

    Scenario: gate SB2-11 A target for scope 2 of one of two kinds
      When evaluated as of 2027-03-01
      Then condition what SB2-11 asks holds
      And the quantity large staff is 1
      And the quantity missing from 2020 is 0 %
      And the quantity missing of scope 3 is 0 %
      And the quantity categories with a wrong method is 0
      And for line 1 the quantity method is open to it is 1
      And gate SB1-08-12 is not applicable
      And gate SB1-16 is not applicable
      And gate SB2-06-C is not applicable
      And gate SB2-06-S is not applicable
      And gate SB2-07 is not applicable
      And gate SB2-10 is not applicable
      And gate SB2-11 is not applicable
      And gate SB2-19 is not applicable
      And gate SB2-21 is not applicable

    Scenario: gate SB2-11 A target for scope 2 of one of two kinds (2)
      Given scope 2 has an absolute target is yes
      And scope 2 has a target of low-carbon electricity is no
      When evaluated as of 2027-03-01
      Then condition what SB2-11 asks holds

    Scenario: quantity coverage_12 coverage of scopes 1 and 2
      Given share of scope 1 under the target is 99.99 %
      When evaluated as of 2026-12-01
      Then the quantity coverage of scopes 1 and 2 is 99.996 %

    Scenario: quantity coverage_12 coverage of scopes 1 and 2 (2)
      Given scope 1 emissions is 0 tCO2e
      And scope 2 emissions is 0 tCO2e
      When evaluated as of 2026-12-01
      Then the rules leave the quantity coverage of scopes 1 and 2 undetermined
      And the rules leave the quantity share left out of scopes 1 and 2 undetermined

    Scenario: quantity coverage_3 coverage of scope 3
      Given scope 3 by category are
        | record | category of scope 3    | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services   | 0 tCO2e                   | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
        | 2      | 2 capital goods        | 4000 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
        | 3      | 3 fuel and energy      | 9000 tCO2e                | 0 %                                    | yes                       | reduction of emissions              | no                                      | it is not left out | no                                          |
        | 4      | 4 upstream transport   | 12000 tCO2e               | 0 %                                    | yes                       | alignment of volumes                | no                                      | it is not left out | no                                          |
        | 5      | 5 waste                | 1500 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
        | 6      | 6 business travel      | 2500 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
        | 7      | 7 commuting            | 5200 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
        | 9      | 9 downstream transport | 3800 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
        | 11     | 11 use of products     | 48000 tCO2e               | 82.3 %                                 | yes                       | alignment of product use            | no                                      | it is not left out | no                                          |
        | 12     | 12 end of life         | 3000 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
      When evaluated as of 2026-12-01
      Then the conclusion is gate failed
      And the quantity categories left open is 1
      And the quantity categories that are significant is 4

    Scenario: quantity enough_3 scope 3 is ambitious enough
      Given method for scope 3 is reduction of intensity
      And reduction of scope 3 offered is 100 %
      When evaluated as of 2026-12-01
      Then the conclusion is scored
      And the quantity least reduction of scope 3 is 44.04181903349599 %

    Scenario: quantity least_2020 least reduction from 2020
      Given target year is missing
      When evaluated as of 2026-12-01
      Then the quantity least reduction from 2020 is between 0 % and 336 %
      And the quantity left in the target year, from 2020 is between 0 tCO2e and 100000 tCO2e
      And the quantity left in the target year, from the base year is between 0 tCO2e and 100000 tCO2e
      And the quantity least reduction of scope 3 is between 0 % and 195 %

    Scenario: quantity least_3 least reduction of scope 3
      Given method for scope 3 is supplier engagement
      When evaluated as of 2026-12-01
      Then the quantity least reduction of scope 3 is 0 %

    Scenario: quantity listed reason stands on the list
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 3 fuel and energy   | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | second-hand goods  | no                                          |
      When evaluated as of 2027-03-01
      Then for line 1 the quantity reason stands on the list is 0
      And for line 1 the quantity void reason is 1
      And for line 1 the quantity wrong method is 1
      And gate SB1-06 is not applicable
      And gate SB1-12 is not applicable
      And no finding SB2-09.VOID is raised

    Scenario: quantity listed reason stands on the list (2)
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 2 capital goods     | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then for line 1 the quantity reason stands on the list is 0
      And for line 1 the quantity method is open to it is 1

    Scenario: quantity listed reason stands on the list (3)
      Given scope 3 by category are
        | record | category of scope 3    | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 9 downstream transport | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then for line 1 the quantity reason stands on the list is 0
      And for line 1 the quantity method is open to it is 1

    Scenario: quantity low_carbon_share low-carbon share
      Given electricity used in the year is 1 MWh
      When evaluated as of 2026-12-01
      Then the quantity low-carbon share is 100 %

    Scenario: quantity low_carbon_share low-carbon share (2)
      Given electricity used in the year is 0 MWh
      When evaluated as of 2026-12-01
      Then the rules leave the quantity low-carbon share undetermined

    Scenario: quantity open method is open to it
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 2 capital goods     | 61000 tCO2e               | 100 %                                  | yes                       | alignment of volumes    | yes                                     | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then for line 1 the quantity method is open to it is 1

    Scenario: quantity open method is open to it (2)
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category  | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 1 goods and services | 61000 tCO2e               | 100 %                                  | yes                       | alignment of product use | yes                                     | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then for line 1 the quantity method is open to it is 0

    Scenario: quantity open method is open to it (3)
      Given scope 3 by category are
        | record | category of scope 3    | emissions of the category | share of the category under the target | the category has a target | method for the category | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 9 downstream transport | 61000 tCO2e               | 100 %                                  | yes                       | alignment of volumes    | no                                      | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then for line 1 the quantity method is open to it is 1

    Scenario: quantity open method is open to it (4)
      Given scope 3 by category are
        | record | category of scope 3  | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 4 upstream transport | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then for line 1 the quantity method is open to it is 1

    Scenario: quantity open method is open to it (5)
      Given scope 3 by category are
        | record | category of scope 3      | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 8 upstream leased assets | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then for line 1 the quantity method is open to it is 1

    Scenario: quantity open method is open to it (6)
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 10 processing       | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then for line 1 the quantity method is open to it is 1

    Scenario: quantity open method is open to it (7)
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 11 use of products  | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then for line 1 the quantity method is open to it is 1

    Scenario: quantity open method is open to it (8)
      Given scope 3 by category are
        | record | category of scope 3         | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | 1      | 13 downstream leased assets | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then for line 1 the quantity method is open to it is 1

    Scenario: quantity open method is open to it (9)
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category  | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | a      | 11 use of products  | 95.01 tCO2e               | 0 %                                    | yes                       | alignment of product use | no                                      | it is not left out | no                                          |
        | b      | 5 waste             | 4.99 tCO2e                | 0 %                                    | no                        | reduction of emissions   | no                                      | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then for line a the quantity method is open to it is 1

    Scenario: quantity out_3 share left out of scope 3
      Given scope 3 by category is missing
      When evaluated as of 2026-12-01
      Then the quantity share left out of scope 3 is undetermined because of scope 3 by category

    Scenario: quantity recalculate the base year must be recalculated
      Given change of scope 1 against its base year is 4.99 %
      And standard submitted under is V2.0
      When evaluated as of 2028-06-01
      Then gate SB-RE is not applicable
      And gate SB-V1 is not applicable
      And gate SB1-01 is not applicable
      And gate SB1-02 is not applicable
      And gate SB1-03 is not applicable
      And gate SB1-04 is not applicable
      And gate SB1-05 is not applicable
      And gate SB1-06 is not applicable
      And gate SB1-08 is not applicable
      And gate SB1-09 is not applicable
      And gate SB1-10 is not applicable
      And gate SB1-11 is not applicable
      And gate SB1-12 is not applicable
      And gate SB1-25 is not applicable
      And gate SB2-07 is met
      And gate SB2-13 is not applicable
      And gate SB2-16 is not applicable
      And gate SB2-17 is not applicable
      And gate SB2-17-3 is met

    Scenario: quantity recalculate the base year must be recalculated (2)
      Given change of scope 3 against its base year is 4.99 %
      And standard submitted under is V2.0
      When evaluated as of 2028-06-01
      Then gate SB-RE is not applicable

    Scenario: quantity significant
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category  | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | a      | 11 use of products  | 50 tCO2e                  | 0 %                                    | yes                       | alignment of product use | no                                      | it is not left out | no                                          |
        | b      | 15 investments      | 50 tCO2e                  | 0 %                                    | no                        | reduction of emissions   | no                                      | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then the quantity categories that are significant is 1

    Scenario: quantity significant (2)
      Given scope 3 by category are
        | record | category of scope 3 | emissions of the category | share of the category under the target | the category has a target | method for the category  | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
        | a      | 11 use of products  | 95 tCO2e                  | 0 %                                    | yes                       | alignment of product use | no                                      | it is not left out | no                                          |
        | b      | 5 waste             | 5 tCO2e                   | 0 %                                    | no                        | reduction of emissions   | no                                      | it is not left out | no                                          |
      When evaluated as of 2027-03-01
      Then the quantity categories that are significant is 2

    Scenario: quantity small small in
      Given balance sheet of the group is 19999999.99 EUR
      When evaluated as of 2026-12-01
      Then the quantity small in is 2

    Scenario: quantity small_turnover small in turnover
      Given net turnover of the group is 39999999 EUR
      When evaluated as of 2026-12-01
      Then the quantity small in is 2

    Scenario: quantity v1_end end of V1
      Given the setting last day of V1 is 31 January 2028
      When evaluated as of 2026-12-01
      Then the quantity end of V1 is 2028-01-31

    Scenario: quantity v2_begin start of V2
      Given the setting first day of V2 is 31 January 2027
      When evaluated as of 2026-12-01
      Then the quantity start of V2 is 2027-01-31

    Scenario: gate SB1-04 95 % of scopes 1 and 2 under the target
      Given supposing coverage of scopes 1 and 2 is 95 %
      When evaluated as of 2026-12-01
      Then the conclusion is scored

    Scenario Outline: gate SB1-06 67 % of scope 3 under the target
      Given scope 1 emissions is <s1> tCO2e
      When evaluated as of 2026-12-01
      Then gate SB1-06 is <SB1-06>
      And gate SB1-12 is <SB1-12>

      Examples:
        | s1        | SB1-06         | SB1-12         |
        | 165000    | met            | met            |
        | 165000.01 | not applicable | not applicable |

    Scenario: gate SB1-06 67 % of scope 3 under the target (2)
      Given supposing coverage of scope 3 is 67 %
      When evaluated as of 2026-12-01
      Then the conclusion is scored

    Scenario: gate SB1-08 No base year before 2015
      Given target_3 is no
      When evaluated as of 2026-12-01
      Then gate SB1-08 is not applicable
      And gate SB2-17 is not applicable

    Scenario Outline: gate SB1-08-12 No base year before 2015, without scope 3
      Given base year of scope 1 is <base_year_1>
      And target_3 is no
      When evaluated as of 2026-12-01
      Then gate SB1-08-12 is <SB1-08-12>

      Examples:
        | base_year_1 | SB1-08-12 |
        | 2015        | met       |
        | 2014        | not met   |

    Scenario Outline: gate SB1-08-12 No base year before 2015, without scope 3 (2)
      Given base year of scope 2 is <base_year_2>
      And target_3 is no
      When evaluated as of 2026-12-01
      Then gate SB1-08-12 is <SB1-08-12>

      Examples:
        | base_year_2 | SB1-08-12 |
        | 2015        | met       |
        | 2014        | not met   |

    Scenario: gate SB1-25 Reviewed within five years
      Given day of the last review is 2023-06-01
      When evaluated as of 2028-06-01
      Then the conclusion is scored

    Scenario Outline: gate SB1-27 The route for small companies is open
      Given sme_route is yes
      And scope 1 emissions is 4000 tCO2e
      And scope 2 by location is 5999.99 tCO2e
      And full-time staff of the group is 249 persons
      And activities that bar the route is <sme_barred>
      When evaluated as of 2026-12-01
      Then the conclusion is gate failed

      Examples:
        | sme_barred              |
        | ships or power stations |
        | finance                 |
        | oil and gas             |
        | part of a large group   |

    Scenario: gate SB2-06-C All of scope 1 and all of scope 2
      Given standard submitted under is V2.0
      And share of scope 2 under the target is 0 %
      When evaluated as of 2027-03-01
      Then gate SB2-06-C is not met

    Scenario: gate SB2-07 Category A has a target for scope 3
      Given standard submitted under is V2.0
      And target_3 is no
      When evaluated as of 2027-03-01
      Then gate SB2-07 is not met
      And gate SB2-17 is met
      And gate SB2-17-3 is not applicable

    Scenario: gate SB2-08 Each category from 5 % has a target or a valid reason
      Given seat in a high-income country is no
      And standard submitted under is V2.0
      When evaluated as of 2027-03-01
      Then gate SB2-08 is not applicable
      And gate SB2-19 is not applicable

    Scenario: gate SB2-16 Long-term target beside intensity or asset transition
      Given standard submitted under is V2.0
      And method for scope 1 under V2 is asset transition
      When evaluated as of 2027-03-01
      Then gate SB2-16 is not met

    Scenario: gate SB2-17-3 The base year is the most recent complete year, scope 3 as well
      Given standard submitted under is V2.0
      And base year of scope 1 is 2015
      When evaluated as of 2027-03-01
      Then gate SB2-17-3 is not met

    Scenario: gate SB2-17-3 The base year is the most recent complete year, scope 3 as well (2)
      Given standard submitted under is V2.0
      And base year of scope 2 is 2015
      When evaluated as of 2027-03-01
      Then gate SB2-17-3 is not met

    Scenario: gate SB2-17-3 The base year is the most recent complete year, scope 3 as well (3)
      Given standard submitted under is V2.0
      And base year of scope 3 is 2015
      When evaluated as of 2027-03-01
      Then gate SB2-17-3 is not met

    Scenario Outline: gate SB2-22 Submitted within 24 months of the commitment
      Given standard submitted under is V2.0
      And day of the public commitment is <committed>
      When evaluated as of 2028-06-01
      Then gate SB2-22 is <SB2-22>

      Examples:
        | committed  | SB2-22  |
        | 2028-06-01 | met     |
        | 2028-06-02 | not met |
