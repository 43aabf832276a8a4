# language: en
Feature: Near-term target under the Science Based Targets initiative
  Whether a company's near-term target meets the criteria of the Corporate Net-Zero Standard, V1.3.1 or V2.0, the
  minimum ambition that its inventory requires, and the shortfall of the target.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                            |
      | id              | sbti-near-term                                                                                                                                                                   |
      | version         | 2.0.0                                                                                                                                                                            |
      | supersedes      | 1.0.0                                                                                                                                                                            |
      | title           | Near-term science-based target                                                                                                                                                   |
      | subject         | company                                                                                                                                                                          |
      | attestation     | self-assessment                                                                                                                                                                  |
      | time zone       | Etc/UTC                                                                                                                                                                          |
      | effective from  | 2026-06-11                                                                                                                                                                       |
      | rounding        | half-even, 2 decimals                                                                                                                                                            |
      | not applicable  | refuse                                                                                                                                                                           |
      | does not assess | documents that support the declared facts: the inventory with its assurance, the target form, the supplier list, certificates with generator and date, and accounts of two years |
      | does not assess | pathways of individual sectors, because their values were not found                                                                                                              |
      | does not assess | financed emissions of banks and insurers                                                                                                                                         |
      | does not assess | the quality of a transition plan beyond its existence                                                                                                                            |
      | does not assess | validation fees, and whether the initiative will validate the target                                                                                                             |
    And these bases
      | basis      | instrument                            | clause                      | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                          |
      | window     | SBTi Corporate Net-Zero Standard V2.0 | effective dates             | secondary   | A target under version 1 (V1.3.1) must be submitted by the end of 2027; one document of the initiative states January 2028. Version 2.0 was published on 2026-06-11. Targets are validated under version 2.0 from 2027-02-01 (one report states 2027-01-31); we require submission on or after that day. Reported by secondary sources; settings select both days.                                                            |
      | v1-c2      | SBTi Near-term Criteria V5.3.1        | C2                          | secondary   | The emissions inventory of the company must cover all seven greenhouse gases. Reported by secondary sources.                                                                                                                                                                                                                                                                                                                  |
      | v1-c4      | SBTi Near-term Criteria V5.3.1        | C4                          | secondary   | A company must set a scope 3 target if scope 3 is at least 40 % of its total emissions. One of the sources states the threshold as more than 40 %. A company that sells or distributes fossil fuel must always set a target for category 11 (use of sold products). Reported by secondary sources.                                                                                                                            |
      | v1-c5      | SBTi Near-term Criteria V5.3.1        | C3, C5                      | secondary   | A company may exclude at most 5 % of its scope 1 and 2 emissions and at most 5 % of its scope 3 emissions. Its target must cover at least 95 % of its scope 1 and 2 emissions. Reported by secondary sources.                                                                                                                                                                                                                 |
      | v1-c6      | SBTi Near-term Criteria V5.3.1        | C6                          | secondary   | If a scope 3 target is required, it must cover at least 67 % of total scope 3 emissions. The total includes the excluded emissions. Reported by secondary sources; other secondary sources state two thirds instead of 67 %.                                                                                                                                                                                                  |
      | v1-c10     | SBTi Near-term Criteria V5.3.1        | C10                         | own reading | A company that uses bioenergy must report its biogenic CO2 emissions and its land emissions. Stated from memory, not checked against the text.                                                                                                                                                                                                                                                                                |
      | v1-c11     | SBTi Near-term Criteria V5.3.1        | C11, C12                    | secondary   | A company may not include carbon credits or avoided emissions as reductions towards its target. Reported by secondary sources.                                                                                                                                                                                                                                                                                                |
      | v1-c13     | SBTi Near-term Criteria V5.3.1        | C13, R7                     | secondary   | The base year must be 2015 or later, and scopes 1 and 2 must have the same base year. The target year must be 5 to 10 years after the year of submission; the target year 2030 is always allowed. Reported by secondary sources.                                                                                                                                                                                              |
      | v1-c15     | SBTi Near-term Criteria V5.3.1        | C15 to C17                  | secondary   | For scopes 1 and 2, the target must reduce absolute emissions by at least 4.2 % per year up to the target year. The percentage refers to base-year emissions and accumulates linearly. Reported by secondary sources.                                                                                                                                                                                                         |
      | v1-since   | sbti-near-term                        | C15 to C17                  | own reading | The source states that the minimum annual reduction of scopes 1 and 2 depends on “base year and net-zero year”. We interpret this as follows: if the base year is after 2020, the minimum reduction accumulates from 2020. The results show the minimum reduction counted from the base year and counted from 2020. A setting selects which of the two decides the verdict.                                                   |
      | v1-c18     | SBTi Near-term Criteria V5.3.1        | C18, C19                    | secondary   | A scope 3 target must at least match the ambition level “well below 2 °C”. An absolute target must reduce emissions by at least 2.5 % of base-year emissions per year, linearly. An intensity target must reduce the emission intensity by at least 7 % per year, compounded. Reported by secondary sources.                                                                                                                  |
      | v1-asked   | sbti-near-term                        | C18                         | own reading | We require the minimum reduction of scope 3 only in two cases. Either a scope 3 target is required, or a single target combines scopes 1, 2 and 3. In both cases, the applicant chooses an absolute target, an intensity target or supplier engagement (suppliers set their own targets).                                                                                                                                     |
      | base-over  | sbti-near-term                        | -                           | own reading | We require each base year to be earlier than the year of submission and the year of the as-of date (assessment date). If the most recent complete year is entered, it must also be earlier than the year of the as-of date. We compare the emissions of a year with the target line only after that year ends, because an inventory is complete only then.                                                                    |
      | v2-sum     | sbti-near-term                        | C5.7, C14.1                 | own reading | The applicant may enter several records for the same scope 3 category. We add their emissions to decide whether the category is significant (at least 5 % of the total of categories 1 to 14). A significant category fails if one of its records has neither a target nor a valid reason for exclusion.                                                                                                                      |
      | v2-zero    | sbti-near-term                        | C5.7, C14.1                 | own reading | The sources do not state whether a scope 3 category with emissions of 0 t is significant. We treat it as not significant, so it needs no target. A rule of the standard for such a category would change this.                                                                                                                                                                                                                |
      | v1-c19     | SBTi Near-term Criteria V5.3.1        | C19, C20                    | own reading | Supplier engagement is accepted for scope 3 if the suppliers set targets within five years of submission. The share of these suppliers and the coverage of the scope 3 target must together reach 67 % of scope 3. Stated from memory, not checked against the text. We did not find whether supplier shares are measured by emissions or spend, so we use the share entered.                                                 |
      | v1-c20     | SBTi Near-term Criteria V5.3.1        | C20                         | secondary   | A single target may combine scopes 1, 2 and 3. The part for scopes 1 and 2 and the part for scope 3 must each reach their own minimum reduction. Reported by secondary sources.                                                                                                                                                                                                                                               |
      | v1-c21     | SBTi Near-term Criteria V5.3.1        | C21                         | secondary   | A renewable electricity target for scope 2 must reach 80 % renewable electricity by 2025 and 100 % by 2030. A share already above these values must be maintained. Reported by secondary sources.                                                                                                                                                                                                                             |
      | v1-c26     | SBTi Near-term Criteria V5.3.1        | C26, C27                    | own reading | Under version 1 (criteria V5.3.1), the company must recalculate the base year if its base-year emissions change by at least 5 %. The company must also review the target every five years. Stated from memory, not checked against the text.                                                                                                                                                                                  |
      | v1-sme     | SBTi SME definition                   | as of 2024-01-01            | secondary   | The simplified route is open to small companies with scope 1 and 2 emissions (location-based) below 10,000 t. It is closed to companies in ships or power generation, finance, or oil and gas, and to parts of a large group. At least two of four must apply: under 250 employees; turnover below EUR 40 million; assets below EUR 20 million; business outside forest, land and agriculture. Reported by secondary sources. |
      | v2-a1      | SBTi Corporate Net-Zero Standard V2.0 | A.1                         | secondary   | A company belongs to category A if it has turnover of at least EUR 450 million or at least 1,000 employees. In a high-income country, scope 1 and 2 emissions of at least 10,000 t are also sufficient. In a high-income country, two of these minimum values are also sufficient: assets EUR 25 million, turnover EUR 50 million, 250 employees. Reported by a repository that implements the standard.                      |
      | v2-c2      | SBTi Corporate Net-Zero Standard V2.0 | C2                          | secondary   | A company of category A (defined in A.1 of the standard) must publish its transition plan within 15 months of the validation of its target. Reported by secondary sources.                                                                                                                                                                                                                                                    |
      | v2-c4      | SBTi Corporate Net-Zero Standard V2.0 | C4.4                        | secondary   | The base year of each target must be the most recent complete year of the company. Reported by secondary sources.                                                                                                                                                                                                                                                                                                             |
      | v2-c7      | SBTi Corporate Net-Zero Standard V2.0 | C7                          | secondary   | The emissions inventory of a company of category A (defined in A.1 of the standard) must have at least limited assurance. Reported by secondary sources.                                                                                                                                                                                                                                                                      |
      | v2-c8      | SBTi Corporate Net-Zero Standard V2.0 | C8.3                        | secondary   | Under V2.0, the base year must be recalculated if the emissions of a scope change by at least 5 % of base-year emissions. A scope 3 category is significant from 5 % of the total of categories 1 to 14. The base year must also be recalculated if a category becomes significant or stops being significant. Reported by secondary sources.                                                                                 |
      | v2-years   | SBTi Corporate Net-Zero Standard V2.0 | summary of required targets | confirmed   | Every company must set near-term targets with a target period of five years. This was read in the summary of required targets, which describes itself as not normative.                                                                                                                                                                                                                                                       |
      | v2-frame   | sbti-near-term                        | C11, C12                    | own reading | The source does not settle from which year the five-year target period runs. By default we count from the base year; a setting selects the year of submission. We infer the clause number C11 from the adjacent clauses.                                                                                                                                                                                                      |
      | v2-c11     | SBTi Corporate Net-Zero Standard V2.0 | C11, C12                    | secondary   | Scope 1 and scope 2 must have separate targets, each covering 100 % of the emissions of its scope. Category A companies (defined in A.1) whose scope 1 target uses an intensity or asset-transition method also need a long-term target for scope 1. Reported by secondary sources. The clause number C11 is inferred from the adjacent clauses.                                                                              |
      | v2-c12     | SBTi Corporate Net-Zero Standard V2.0 | C12                         | secondary   | Scope 2 must have a low-carbon electricity target or an absolute target. An absolute target is mandatory for heat, steam and cooling. An absolute target is also mandatory for category A companies (defined in A.1) with projected growth of electricity use above 20 % per year. Reported by secondary sources.                                                                                                             |
      | v2-c13     | SBTi Corporate Net-Zero Standard V2.0 | summary of required targets | confirmed   | A company of category A (defined in A.1 of the standard) must set a scope 3 target. The duty was read in the summary of required targets; the clause number C13 is inferred.                                                                                                                                                                                                                                                  |
      | v2-c14     | SBTi Corporate Net-Zero Standard V2.0 | C5.7, C14.1                 | secondary   | A scope 3 category is significant if it has at least 5 % of the total emissions of categories 1 to 14. Category 15 (investments) is not included in this total. Reported by secondary sources.                                                                                                                                                                                                                                |
      | v2-out     | SBTi Corporate Net-Zero Standard V2.0 | C14.2, C14.3                | secondary   | A company may exclude emissions of a scope 3 category only for one of seven listed reasons, each valid for specific categories. It must state four points: condition, reason, tonnes and plan. Reported by secondary sources.                                                                                                                                                                                                 |
      | v2-who     | sbti-near-term                        | C14.1                       | own reading | Each significant scope 3 category needs a target or a valid reason for exclusion. A category is significant from 5 % of the total of categories 1 to 14. We apply this requirement only to category A companies (defined in A.1 of the standard), because only they must set a scope 3 target.                                                                                                                                |
      | v2-whole   | sbti-near-term                        | C14.2                       | own reading | A scope 3 category may be excluded for a listed reason that covers only a part of its emissions. We then exclude only that part. The applicant enters the remaining emissions of the category as a separate record.                                                                                                                                                                                                           |
      | v2-c15     | SBTi Corporate Net-Zero Standard V2.0 | C15, table 3                | secondary   | Table 3 of the standard lists the methods available for each scope 3 category. Each category must use one of its available methods, such as volume, supplier or product-use alignment. Intensity targets as in version 1 (V1.3.1) are not available. Reported by secondary sources.                                                                                                                                           |
      | v2-c31     | SBTi Corporate Net-Zero Standard V2.0 | C31                         | secondary   | Electricity is low-carbon if its generator emits at most 0.048 kg CO2e per kWh (from 2035 at most 0.024 kg). On the day of consumption, the plant must be at most 15 years old. The age limit does not apply to own generation or to contracts signed before 2027-02-01. Reported by secondary sources.                                                                                                                       |
      | v2-hours   | SBTi programme on scope 2             | hourly matching             | secondary   | A company is recognised for matching its electricity use with low-carbon generation hour by hour. The matched share of electricity must be at least 50 % until 2029, 75 % from 2030 to 2034 and 90 % from 2035. Reported by secondary sources.                                                                                                                                                                                |
      | v2-cycle   | SBTi Corporate Net-Zero Standard V2.0 | validation cycle            | secondary   | A company must submit the renewed target within 12 months after the end of the previous target period. It must submit a target within 24 months of its public commitment. Reported by secondary sources.                                                                                                                                                                                                                      |
      | used-first | sbti-near-term                        | -                           | own reading | We count low-carbon electricity from the day of its consumption, not earlier. On that day, the plant must be in operation and the contract must be signed. Electricity that the company generates itself needs no contract.                                                                                                                                                                                                   |
      | v2-surplus | sbti-near-term                        | C31                         | own reading | The sources do not state the low-carbon share of electricity use if low-carbon electricity equals or exceeds the electricity used. We use 100 %, and the surplus covers nothing else. A rule of the standard on surplus would change this.                                                                                                                                                                                    |
      | straight   | sbti-near-term                        | -                           | own reading | We compare the scope 1 and 2 emissions of a past year with the straight line from base year to target year. A company is on track if its emissions are on or below the line.                                                                                                                                                                                                                                                  |
      | entered    | sbti-near-term                        | -                           | own reading | The applicant enters the emissions of the whole inventory, including excluded emissions. A declaration is sufficient for all facts of this scorecard; no evidence document is required. A change against a base year can be entered up to 1,000 %. This upper limit is our own; the sources state none.                                                                                                                       |
    And these settings
      | setting    | label                                       | one of                      | default        | meaning                                                                                            |
      | rate_rule  | start of counting years for the linear rate | base, since_2020            |                | Whether the years of the 4.2 % rate run from the base year, or from 2020 if the base year is later |
      | v1_cutoff  | last submission date under V1               | end_2027, end_january_2028  | end_2027       | Until which date a target may be submitted under V1                                                |
      | v2_start   | first validation date under V2              | first_february, end_january | first_february | From which date targets are validated under V2.0                                                   |
      | frame_from | start of the five-year target period        | base_year, submission_year  | base_year      | From which year the target period of V2.0 is counted                                               |
    And the choices of start of counting years for the linear rate
      | value      | words                               |
      | base       | from the base year                  |
      | since_2020 | from 2020 if the base year is later |
    And the choices of last submission date under V1
      | value            | words            |
      | end_2027         | 31 December 2027 |
      | end_january_2028 | 31 January 2028  |
    And the choices of first validation date under V2
      | value          | words           |
      | first_february | 1 February 2027 |
      | end_january    | 31 January 2027 |
    And the choices of start of the five-year target period
      | value           | words                  |
      | base_year       | the base year          |
      | submission_year | the year of submission |
    And these facts
      | fact              | label                                                   | type                           | unit   | one of                                                    | at least | at most | multiple of | may lie ahead | given |
      | standard          | version of the standard applied                         | choice                         |        | v1_3_1, v2_0                                              |          |         |             |               | yes   |
      | submitted         | date of submission                                      | date                           |        |                                                           |          |         |             | yes           |       |
      | base_year_1       | base year of scope 1                                    | number                         |        |                                                           | 1990     | 2100    | 1           |               |       |
      | base_year_2       | base year of scope 2                                    | number                         |        |                                                           | 1990     | 2100    | 1           |               |       |
      | base_year_3       | base year of scope 3                                    | number                         |        |                                                           | 1990     | 2100    | 1           |               |       |
      | target_year       | target year                                             | number                         |        |                                                           | 1990     | 2100    | 1           | yes           |       |
      | seven_gases       | all seven gases are in the inventory                    | flag                           |        |                                                           |          |         |             |               |       |
      | s1                | scope 1 emissions                                       | number                         | tCO2e  |                                                           | 0        |         |             |               | yes   |
      | s2                | scope 2 emissions                                       | number                         | tCO2e  |                                                           | 0        |         |             |               | yes   |
      | excluded_12       | emissions excluded from scopes 1 and 2                  | number                         | tCO2e  |                                                           | 0        |         |             |               |       |
      | excluded_3        | emissions excluded from scope 3                         | number                         | tCO2e  |                                                           | 0        |         |             |               |       |
      | covered_1         | share of scope 1 covered by the target                  | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | covered_2         | share of scope 2 covered by the target                  | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | target_3          | a scope 3 target is set                                 | flag                           |        |                                                           |          |         |             |               |       |
      | sells_fossil      | fossil fuel is sold or distributed                      | flag                           |        |                                                           |          |         |             |               | yes   |
      | target_11         | a target for category 11 is set                         | flag                           |        |                                                           |          |         |             |               |       |
      | method_12         | target method for scopes 1 and 2                        | choice                         |        | absolute, renewable_electricity, sector_pathway           |          |         |             |               |       |
      | reduction_12      | proposed reduction of scopes 1 and 2                    | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | reduction_1       | proposed reduction of scope 1                           | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | renewable_2025    | share of renewable electricity in 2025                  | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | renewable_2030    | share of renewable electricity in 2030                  | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | method_3          | target method for scope 3                               | choice                         |        | absolute, intensity, supplier_engagement                  |          |         |             |               |       |
      | reduction_3       | proposed reduction of scope 3                           | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | supplier_by       | date by which suppliers set targets                     | date                           |        |                                                           |          |         |             | yes           |       |
      | supplier_share    | share of scope 3 from suppliers with targets            | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | combined          | a single target combines scopes 1, 2 and 3              | flag                           |        |                                                           |          |         |             |               |       |
      | counts_credits    | credits or avoided emissions are included as reductions | flag                           |        |                                                           |          |         |             |               |       |
      | change_1          | change of scope 1 against its base year                 | number                         | %      |                                                           | 0        | 1000    |             |               |       |
      | change_2          | change of scope 2 against its base year                 | number                         | %      |                                                           | 0        | 1000    |             |               |       |
      | change_3          | change of scope 3 against its base year                 | number                         | %      |                                                           | 0        | 1000    |             |               |       |
      | change_all        | change of all base-year emissions                       | number                         | %      |                                                           | 0        | 1000    |             |               |       |
      | line_crossed      | a category crossed the 5 % line                         | flag                           |        |                                                           |          |         |             |               |       |
      | recalculated      | the base year was recalculated                          | flag                           |        |                                                           |          |         |             |               |       |
      | reviewed          | date of the last review                                 | date                           |        |                                                           |          |         |             |               |       |
      | bioenergy         | bioenergy is used                                       | flag                           |        |                                                           |          |         |             |               | yes   |
      | biogenic_told     | biogenic CO2 and land emissions are reported            | flag                           |        |                                                           |          |         |             |               |       |
      | sme_route         | the small-company route is requested                    | flag                           |        |                                                           |          |         |             |               |       |
      | s2_location       | location-based scope 2 emissions                        | number                         | tCO2e  |                                                           | 0        |         |             |               | yes   |
      | sme_barred        | activities that exclude the small-company route         | choices                        |        | ships_or_power, finance, oil_and_gas, part_of_large_group |          |         |             |               | yes   |
      | flag_company      | company in forest, land and agriculture                 | flag                           |        |                                                           |          |         |             |               | yes   |
      | turnover          | net turnover of the group                               | number                         | EUR    |                                                           | 0        |         |             |               | yes   |
      | balance_sheet     | balance sheet of the group                              | number                         | EUR    |                                                           | 0        |         |             |               | yes   |
      | staff             | full-time employees of the group                        | number                         | person |                                                           | 0        |         |             |               | yes   |
      | high_income       | located in a high-income country                        | flag                           |        |                                                           |          |         |             |               | yes   |
      | separate_targets  | scope 1 and scope 2 have separate targets               | flag                           |        |                                                           |          |         |             |               |       |
      | complete_year     | most recent complete year                               | number                         |        |                                                           | 1990     | 2100    | 1           |               |       |
      | low_carbon_target | scope 2 has a low-carbon electricity target             | flag                           |        |                                                           |          |         |             |               |       |
      | absolute_2        | scope 2 has an absolute target                          | flag                           |        |                                                           |          |         |             |               |       |
      | growth            | projected annual growth of electricity use              | number                         | %      |                                                           | -100     |         |             |               |       |
      | buys_heat         | heat, steam or cooling is purchased                     | flag                           |        |                                                           |          |         |             |               | yes   |
      | heat_absolute     | heat, steam and cooling have an absolute target         | flag                           |        |                                                           |          |         |             |               |       |
      | method_1          | target method for scope 1 under V2                      | choice                         |        | absolute, intensity, asset_transition                     |          |         |             |               |       |
      | long_term_1       | scope 1 has a long-term target                          | flag                           |        |                                                           |          |         |             |               |       |
      | assured           | the inventory has at least limited assurance            | flag                           |        |                                                           |          |         |             |               |       |
      | plan_public       | the transition plan is public                           | flag                           |        |                                                           |          |         |             |               |       |
      | validated         | date of validation                                      | date                           |        |                                                           |          |         |             | yes           |       |
      | frame_end         | end of the previous target period                       | date                           |        |                                                           |          |         |             | yes           |       |
      | committed         | date of the public commitment                           | date                           |        |                                                           |          |         |             |               |       |
      | electricity       | electricity used in the year                            | number                         | MWh    |                                                           | 0        |         |             |               | yes   |
      | hourly            | share of electricity matched hourly                     | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | matched_year      | last day of the year of hourly matching                 | date                           |        |                                                           |          |         |             | yes           |       |
      | base_12           | base-year emissions of scopes 1 and 2                   | number                         | tCO2e  |                                                           | 0        |         |             |               | yes   |
      | lines             | scope 3 emissions by category                           | list of scope 3 line           |        |                                                           |          |         |             |               |       |
      | instruments       | electricity by instrument                               | list of electricity instrument |        |                                                           |          |         |             |               |       |
      | past_years        | emissions in the years since the base year              | list of past year              |        |                                                           |          |         |             |               |       |
    And each line has
      | field       | label                                         | type   | unit  | one of                                                                                                                                                | at least | at most | counts in some cases only |
      | record      |                                               | text   |       |                                                                                                                                                       |          |         |                           |
      | category    | scope 3 category                              | choice |       | c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15                                                                                      |          |         |                           |
      | amount      | emissions of the category                     | number | tCO2e |                                                                                                                                                       | 0        |         |                           |
      | covered     | share of the category covered by the target   | number | %     |                                                                                                                                                       | 0        | 100     |                           |
      | targeted    | the category has a target                     | flag   |       |                                                                                                                                                       |          |         |                           |
      | method      | method for the category                       | choice |       | emissions_reduction, volume_alignment, partner_alignment, product_use_alignment, end_of_life_alignment, intensity                                     |          |         |                           |
      | sector_path | a sector pathway of the initiative exists     | flag   |       |                                                                                                                                                       |          |         | yes                       |
      | left_out_as | reason for exclusion                          | choice |       | not_left_out, second_hand, cut_in_scope_1_or_2, commuting, no_control, no_say_in_transport, processing_unknown, independent_franchise, another_reason |          |         |                           |
      | told        | condition, reason, tonnes and plan are stated | flag   |       |                                                                                                                                                       |          |         |                           |
    And each instrument has
      | field        | label                                 | type   | unit       | at least |
      | serial       |                                       | text   |            |          |
      | energy       | electricity covered by the instrument | number | MWh        | 0        |
      | factor       | emissions of the generator per kWh    | number | kgCO2e/kWh | 0        |
      | commissioned | date of commissioning or repowering   | date   |            |          |
      | consumed     | date of consumption                   | date   |            |          |
      | contracted   | date of the contract                  | date   |            |          |
      | own          | own generation                        | flag   |            |          |
    And each past_year has
      | field   | label                                    | type   | unit  | at least | at most | multiple of |
      | year    |                                          | number |       | 1990     | 2100    | 1           |
      | emitted | emissions of scopes 1 and 2 in that year | number | tCO2e | 0        |         |             |
    And line is called scope 3 line
    And instrument is called electricity instrument
    And past_year is called past year
    And no two scope 3 emissions by category share a record
    And no two electricity by instrument share a serial
    And no two emissions in the years since the base year share a year
    And the choices of version of the standard applied
      | value  | words  |
      | v1_3_1 | V1.3.1 |
      | v2_0   | V2.0   |
    And the choices of target method for scopes 1 and 2
      | value                 | words                                                   |
      | absolute              | absolute reduction                                      |
      | renewable_electricity | absolute for scope 1, renewable electricity for scope 2 |
      | sector_pathway        | sector pathway                                          |
    And the choices of target method for scope 3
      | value               | words               |
      | absolute            | absolute reduction  |
      | intensity           | intensity reduction |
      | supplier_engagement | supplier engagement |
    And the choices of activities that exclude the small-company route
      | value               | words                     |
      | ships_or_power      | ships or power generation |
      | finance             | finance                   |
      | oil_and_gas         | oil and gas               |
      | part_of_large_group | part of a large group     |
    And the choices of target method for scope 1 under V2
      | value            | words              |
      | absolute         | absolute reduction |
      | intensity        | intensity          |
      | asset_transition | asset transition   |
    And the choices of scope 3 category
      | value | words                                     |
      | c1    | 1 purchased goods and services            |
      | c2    | 2 capital goods                           |
      | c3    | 3 fuel- and energy-related activities     |
      | c4    | 4 upstream transport and distribution     |
      | c5    | 5 waste generated in operations           |
      | c6    | 6 business travel                         |
      | c7    | 7 employee commuting                      |
      | c8    | 8 upstream leased assets                  |
      | c9    | 9 downstream transport and distribution   |
      | c10   | 10 processing of sold products            |
      | c11   | 11 use of sold products                   |
      | c12   | 12 end-of-life treatment of sold products |
      | c13   | 13 downstream leased assets               |
      | c14   | 14 franchises                             |
      | c15   | 15 investments                            |
    And the choices of method for the category
      | value                 | words                          |
      | emissions_reduction   | reduction of emissions         |
      | volume_alignment      | volume alignment               |
      | partner_alignment     | supplier or customer alignment |
      | product_use_alignment | product-use alignment          |
      | end_of_life_alignment | end-of-life alignment          |
      | intensity             | intensity of the V1 type       |
    And the choices of reason for exclusion
      | value                 | words                                                |
      | not_left_out          | no exclusion                                         |
      | second_hand           | second-hand goods                                    |
      | cut_in_scope_1_or_2   | already reduced through scope 1 or 2                 |
      | commuting             | commuting as a whole category                        |
      | no_control            | no operational control or influence                  |
      | no_say_in_transport   | no contractual right to decide the mode of transport |
      | processing_unknown    | processing unknown or no business relationship       |
      | independent_franchise | the franchisee is independent                        |
      | another_reason        | another reason                                       |
    And this reference case
      | fact                                                    | value              |
      | version of the standard applied                         | V1.3.1             |
      | date of submission                                      | 2026-12-01         |
      | base year of scope 1                                    | 2022               |
      | base year of scope 2                                    | 2022               |
      | base year of scope 3                                    | 2022               |
      | target year                                             | 2030               |
      | all seven gases are in the inventory                    | yes                |
      | scope 1 emissions                                       | 40000 tCO2e        |
      | scope 2 emissions                                       | 60000 tCO2e        |
      | emissions excluded from scopes 1 and 2                  | 0 tCO2e            |
      | emissions excluded from scope 3                         | 0 tCO2e            |
      | share of scope 1 covered by the target                  | 100 %              |
      | share of scope 2 covered by the target                  | 100 %              |
      | a scope 3 target is set                                 | yes                |
      | fossil fuel is sold or distributed                      | no                 |
      | a target for category 11 is set                         | no                 |
      | target method for scopes 1 and 2                        | absolute reduction |
      | proposed reduction of scopes 1 and 2                    | 42 %               |
      | proposed reduction of scope 1                           | 42 %               |
      | share of renewable electricity in 2025                  | 80 %               |
      | share of renewable electricity in 2030                  | 100 %              |
      | target method for scope 3                               | absolute reduction |
      | proposed reduction of scope 3                           | 25 %               |
      | date by which suppliers set targets                     | 2030-12-31         |
      | share of scope 3 from suppliers with targets            | 0 %                |
      | a single target combines scopes 1, 2 and 3              | no                 |
      | credits or avoided emissions are included as reductions | no                 |
      | change of scope 1 against its base year                 | 0 %                |
      | change of scope 2 against its base year                 | 0 %                |
      | change of scope 3 against its base year                 | 0 %                |
      | change of all base-year emissions                       | 0 %                |
      | a category crossed the 5 % line                         | no                 |
      | the base year was recalculated                          | no                 |
      | date of the last review                                 | 2026-06-30         |
      | bioenergy is used                                       | no                 |
      | biogenic CO2 and land emissions are reported            | no                 |
      | the small-company route is requested                    | no                 |
      | location-based scope 2 emissions                        | 60000 tCO2e        |
      | activities that exclude the small-company route         | none               |
      | company in forest, land and agriculture                 | no                 |
      | net turnover of the group                               | 120000000 EUR      |
      | balance sheet of the group                              | 30000000 EUR       |
      | full-time employees of the group                        | 600 persons        |
      | located in a high-income country                        | yes                |
      | scope 1 and scope 2 have separate targets               | yes                |
      | most recent complete year                               | 2022               |
      | scope 2 has a low-carbon electricity target             | yes                |
      | scope 2 has an absolute target                          | no                 |
      | projected annual growth of electricity use              | 2 %                |
      | heat, steam or cooling is purchased                     | no                 |
      | heat, steam and cooling have an absolute target         | no                 |
      | target method for scope 1 under V2                      | absolute reduction |
      | scope 1 has a long-term target                          | no                 |
      | the inventory has at least limited assurance            | yes                |
      | the transition plan is public                           | yes                |
      | date of validation                                      | 2027-03-01         |
      | end of the previous target period                       | 2030-12-31         |
      | date of the public commitment                           | 2025-12-01         |
      | electricity used in the year                            | 100000 MWh         |
      | share of electricity matched hourly                     | 50 %               |
      | last day of the year of hourly matching                 | 2026-12-31         |
      | base-year emissions of scopes 1 and 2                   | 100000 tCO2e       |
    And in the reference case scope 3 emissions by category are
      | record | scope 3 category                          | emissions of the category | share of the category covered by the target | the category has a target | method for the category        | a sector pathway of the initiative exists | reason for exclusion | condition, reason, tonnes and plan are stated |
      | 1      | 1 purchased goods and services            | 61000 tCO2e               | 100 %                                       | yes                       | supplier or customer alignment | no                                        | no exclusion         | no                                            |
      | 2      | 2 capital goods                           | 4000 tCO2e                | 0 %                                         | no                        | reduction of emissions         | no                                        | no exclusion         | no                                            |
      | 3      | 3 fuel- and energy-related activities     | 9000 tCO2e                | 0 %                                         | yes                       | reduction of emissions         | no                                        | no exclusion         | no                                            |
      | 4      | 4 upstream transport and distribution     | 12000 tCO2e               | 0 %                                         | yes                       | volume alignment               | no                                        | no exclusion         | no                                            |
      | 5      | 5 waste generated in operations           | 1500 tCO2e                | 0 %                                         | no                        | reduction of emissions         | no                                        | no exclusion         | no                                            |
      | 6      | 6 business travel                         | 2500 tCO2e                | 0 %                                         | no                        | reduction of emissions         | no                                        | no exclusion         | no                                            |
      | 7      | 7 employee commuting                      | 5200 tCO2e                | 0 %                                         | no                        | reduction of emissions         | no                                        | no exclusion         | no                                            |
      | 9      | 9 downstream transport and distribution   | 3800 tCO2e                | 0 %                                         | no                        | reduction of emissions         | no                                        | no exclusion         | no                                            |
      | 11     | 11 use of sold products                   | 48000 tCO2e               | 82.3 %                                      | yes                       | product-use alignment          | no                                        | no exclusion         | no                                            |
      | 12     | 12 end-of-life treatment of sold products | 3000 tCO2e                | 0 %                                         | no                        | reduction of emissions         | no                                        | no exclusion         | no                                            |
    And in the reference case electricity by instrument are
      | serial    | electricity covered by the instrument | emissions of the generator per kWh | date of commissioning or repowering | date of consumption | date of the contract | own generation |
      | wind      | 30000 MWh                             | 0.011 kgCO2e/kWh                   | 2015-07-01                          | 2026-06-30          | 2024-01-01           | no             |
      | old hydro | 20000 MWh                             | 0.024 kgCO2e/kWh                   | 1990-01-01                          | 2027-12-31          | 2027-06-01           | no             |
    And in the reference case emissions in the years since the base year are
      | year | emissions of scopes 1 and 2 in that year |
      | 2024 | 90000 tCO2e                              |

  Rule: Worked example: a company with 250,000 tonnes

    Scenario: 42 % and 25 % on two thirds of scope 3 are sufficient under both methods of counting
      When evaluated as of 2026-12-01
      Then the quantity scope 3 share of total emissions is 60 %
      And the quantity minimum reduction counted from the base year is 33.6 %
      And the quantity minimum reduction counted from 2020 is 42 %
      And gate SB1-11 is met
      And the conclusion is scored

    Scenario: 34 % is sufficient only if years are counted from the base year
      Given proposed reduction of scopes 1 and 2 is 34 %
      When evaluated as of 2026-12-01
      Then gate SB1-11 is undetermined
      And the quantity shortfall counted from the base year is 0 %
      And the quantity shortfall counted from 2020 is 8 %
