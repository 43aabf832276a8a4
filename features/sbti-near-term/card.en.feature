# language: en
Feature: Near-term target under the Science Based Targets initiative
  Whether a company's near-term target meets the criteria of the Corporate Net-Zero Standard, V1.3.1 or V2.0, what its
  inventory asks for at least, and by how much a target misses it.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                           |
      | id              | sbti-near-term                                                                                                                                                  |
      | version         | 3.0.0                                                                                                                                                           |
      | supersedes      | 2.0.0                                                                                                                                                           |
      | title           | Near-term science-based target                                                                                                                                  |
      | subject         | company                                                                                                                                                         |
      | attestation     | self-assessment                                                                                                                                                 |
      | time zone       | Etc/UTC                                                                                                                                                         |
      | effective from  | 2026-06-11                                                                                                                                                      |
      | rounding        | half-even, 2 decimals                                                                                                                                           |
      | not applicable  | refuse                                                                                                                                                          |
      | does not assess | papers behind what is declared: inventory with its assurance, form of the target, list of suppliers, certificates with generator and day, accounts of two years |
      | does not assess | pathways of single sectors, whose figures were not found                                                                                                        |
      | does not assess | emissions that a bank or an insurer finances                                                                                                                    |
      | does not assess | how good a transition plan is, beyond that there is one                                                                                                         |
      | does not assess | fees of validation, and whether the initiative will validate the target                                                                                         |
    And these bases
      | basis      | instrument                            | clause                      | certainty   | note                                                                                                                                                                                                                             |
      | window     | SBTi Corporate Net-Zero Standard V2.0 | effective dates             | secondary   | V2.0 was published on 2026-06-11 and is validated against from 2027-02-01; one report prints 2027-01-31. V1 may be submitted under until the end of 2027; a paper of the initiative prints January 2028.                         |
      | v1-c2      | SBTi Near-term Criteria V5.3.1        | C2                          | secondary   | Seven greenhouse gases.                                                                                                                                                                                                          |
      | v1-c4      | SBTi Near-term Criteria V5.3.1        | C4                          | secondary   | Scope 3 from 40 % of all emissions; a report among the sources prints over 40. Whoever sells or distributes fossil fuel sets a target for category 11, whatever the share.                                                       |
      | v1-c5      | SBTi Near-term Criteria V5.3.1        | C3, C5                      | secondary   | At most 5 % left out; 95 % of scopes 1 and 2 covered.                                                                                                                                                                            |
      | v1-c6      | SBTi Near-term Criteria V5.3.1        | C6                          | secondary   | 67 % of what scope 3 reports and leaves out; others print two thirds.                                                                                                                                                            |
      | v1-c10     | SBTi Near-term Criteria V5.3.1        | C10                         | own reading | Bioenergy; recalled, not compared with a text.                                                                                                                                                                                   |
      | v1-c11     | SBTi Near-term Criteria V5.3.1        | C11, C12                    | secondary   | Neither credits nor avoided emissions count as reduction.                                                                                                                                                                        |
      | v1-c13     | SBTi Near-term Criteria V5.3.1        | C13, R7                     | secondary   | No base year before 2015, 5 to 10 years from submission, one base year for scopes 1 and 2; the target year 2030 is excepted from the years.                                                                                      |
      | v1-c15     | SBTi Near-term Criteria V5.3.1        | C15 to C17                  | secondary   | 4.2 % of the base year in each year, linear.                                                                                                                                                                                     |
      | v1-since   | sbti-near-term                        | C15 to C17                  | own reading | That the years count from 2020 where the base year is later reads "depends on base year and net-zero year".                                                                                                                      |
      | v1-c18     | SBTi Near-term Criteria V5.3.1        | C18, C19                    | secondary   | Well below 2 °C: 2.5 % of the base year in each year, linear, or an intensity that falls by 7 % a year, compounded.                                                                                                              |
      | v1-asked   | sbti-near-term                        | C18                         | own reading | How fast scope 3 falls is asked only where it needs a target; by intensity or absolutely is the choice of whoever sets it.                                                                                                       |
      | base-over  | sbti-near-term                        | -                           | own reading | A base year lies before the year of submission and before that of the as-of date, for its inventory is complete once it is over. The same applies to the most recent complete year and to a year that is compared with the line. |
      | v2-sum     | sbti-near-term                        | C5.7, C14.1                 | own reading | A category is all its lines together; a line of it that has neither target nor reason leaves it open.                                                                                                                            |
      | v2-zero    | sbti-near-term                        | C5.7, C14.1                 | own reading | The sources do not say whether a category of 0 t is significant. We count it as not significant. A rule of the standard for such a category would change this.                                                                   |
      | v1-c19     | SBTi Near-term Criteria V5.3.1        | C19, C20                    | own reading | Supplier engagement; recalled, not compared with a text. Whether the share goes by emissions or by spend was not found: the share entered counts.                                                                                |
      | v1-c20     | SBTi Near-term Criteria V5.3.1        | C20                         | secondary   | Each part of a combined target must meet its own ambition.                                                                                                                                                                       |
      | v1-c21     | SBTi Near-term Criteria V5.3.1        | C21                         | secondary   | 80 % of electricity by 2025 and 100 % by 2030, or kept where it is already above.                                                                                                                                                |
      | v1-c26     | SBTi Near-term Criteria V5.3.1        | C26, C27                    | own reading | Recalculation and review; recalled, not compared with a text.                                                                                                                                                                    |
      | v1-sme     | SBTi SME definition                   | as of 2024-01-01            | secondary   | Route for small and medium-sized companies.                                                                                                                                                                                      |
      | v2-a1      | SBTi Corporate Net-Zero Standard V2.0 | A.1                         | secondary   | Category A and B by a repository that follows the standard.                                                                                                                                                                      |
      | v2-c2      | SBTi Corporate Net-Zero Standard V2.0 | C2                          | secondary   | Transition plan, 15 months to publish it.                                                                                                                                                                                        |
      | v2-c4      | SBTi Corporate Net-Zero Standard V2.0 | C4.4                        | secondary   | The base year is the most recent complete year.                                                                                                                                                                                  |
      | v2-c7      | SBTi Corporate Net-Zero Standard V2.0 | C7                          | secondary   | Limited assurance of the inventory.                                                                                                                                                                                              |
      | v2-c8      | SBTi Corporate Net-Zero Standard V2.0 | C8.3                        | secondary   | A change of 5 % of a scope.                                                                                                                                                                                                      |
      | v2-years   | SBTi Corporate Net-Zero Standard V2.0 | summary of required targets | confirmed   | Five years, all companies; the summary calls itself not normative.                                                                                                                                                               |
      | v2-frame   | sbti-near-term                        | C11, C12                    | own reading | From which year the five years count is read; the number C11 is inferred from its neighbours.                                                                                                                                    |
      | v2-c11     | SBTi Corporate Net-Zero Standard V2.0 | C11, C12                    | secondary   | Separate targets, all of scope 1 and all of scope 2. The number C11 is inferred from its neighbours.                                                                                                                             |
      | v2-c12     | SBTi Corporate Net-Zero Standard V2.0 | C12                         | secondary   | Scope 2: one of two targets; absolute where electricity grows fast, and for heat, steam and cooling.                                                                                                                             |
      | v2-c13     | SBTi Corporate Net-Zero Standard V2.0 | summary of required targets | confirmed   | Category A sets a target for scope 3; that this is C13 is inferred.                                                                                                                                                              |
      | v2-c14     | SBTi Corporate Net-Zero Standard V2.0 | C5.7, C14.1                 | secondary   | Categories 1 to 14, from 5 % of them. Category 15 is not in the sum.                                                                                                                                                             |
      | v2-out     | SBTi Corporate Net-Zero Standard V2.0 | C14.2, C14.3                | secondary   | A closed list of seven, each for its category; four things to tell.                                                                                                                                                              |
      | v2-who     | sbti-near-term                        | C14.1                       | own reading | That each significant category needs a target or a reason is asked of category A, which alone must set one.                                                                                                                      |
      | v2-whole   | sbti-near-term                        | C14.2                       | own reading | A category that is left out for a reason of the list is taken to be left out as far as the reason reaches; what remains is entered as a record of its own.                                                                       |
      | v2-c15     | SBTi Corporate Net-Zero Standard V2.0 | C15, table 3                | secondary   | Which method is open to which category; intensities of the kind of V1 are not among them.                                                                                                                                        |
      | v2-c31     | SBTi Corporate Net-Zero Standard V2.0 | C31                         | secondary   | 0.048 kg a kilowatt-hour and generator, 0.024 from 2035; 15 years, but for own generation and contracts before 2027-02-01.                                                                                                       |
      | v2-hours   | SBTi programme on scope 2             | hourly matching             | secondary   | 50 % until 2029, 75 % until 2034, 90 % from 2035.                                                                                                                                                                                |
      | v2-cycle   | SBTi Corporate Net-Zero Standard V2.0 | validation cycle            | secondary   | Renewal within 12 months after the frame, submission within 24 months of the commitment.                                                                                                                                         |
      | used-first | sbti-near-term                        | -                           | own reading | Electricity counts once it is used, from a plant that was in operation on that day, under a contract that had been signed.                                                                                                       |
      | v2-surplus | sbti-near-term                        | C31                         | own reading | The sources do not state the share where low-carbon electricity is at least the electricity used. We count 100 %, and the surplus covers nothing else. A rule of the standard on surplus would change this.                      |
      | straight   | sbti-near-term                        | -                           | own reading | A year is on its way where it is not above the straight line from base year to target year.                                                                                                                                      |
      | entered    | sbti-near-term                        | -                           | own reading | Emissions are those of the whole inventory, with what is left out of it. The bound of 1,000 % for changes against a base year is ours; the sources give none.                                                                    |
    And these settings
      | setting    | label                    | one of                      | default        | meaning                                                                           |
      | rate_rule  | years of the linear rate | base, since_2020            |                | whether 4.2 % count from the base year, or from 2020 where the base year is later |
      | v1_cutoff  | last day of V1           | end_2027, end_january_2028  | end_2027       | until when a submission may go under V1                                           |
      | v2_start   | first day of V2          | first_february, end_january | first_february | from when V2.0 is validated against                                               |
      | frame_from | start of the five years  | base_year, submission_year  | base_year      | from which year the frame of V2.0 counts                                          |
    And the choices of years of the linear rate
      | value      | words                   |
      | base       | from the base year      |
      | since_2020 | from 2020 at the latest |
    And the choices of last day of V1
      | value            | words            |
      | end_2027         | 31 December 2027 |
      | end_january_2028 | 31 January 2028  |
    And the choices of first day of V2
      | value          | words           |
      | first_february | 1 February 2027 |
      | end_january    | 31 January 2027 |
    And the choices of start of the five years
      | value           | words                  |
      | base_year       | the base year          |
      | submission_year | the year of submission |
    And these facts
      | fact              | label                                           | type                           | unit   | one of                                                    | at least | at most | multiple of | may lie ahead | given |
      | standard          | standard submitted under                        | choice                         |        | v1_3_1, v2_0                                              |          |         |             |               | yes   |
      | submitted         | day of submission                               | date                           |        |                                                           |          |         |             | yes           |       |
      | base_year_1       | base year of scope 1                            | number                         |        |                                                           | 1990     | 2100    | 1           |               |       |
      | base_year_2       | base year of scope 2                            | number                         |        |                                                           | 1990     | 2100    | 1           |               |       |
      | base_year_3       | base year of scope 3                            | number                         |        |                                                           | 1990     | 2100    | 1           |               |       |
      | target_year       | target year                                     | number                         |        |                                                           | 1990     | 2100    | 1           | yes           |       |
      | seven_gases       | all seven gases are in the inventory            | flag                           |        |                                                           |          |         |             |               |       |
      | s1                | scope 1 emissions                               | number                         | tCO2e  |                                                           | 0        |         |             |               | yes   |
      | s2                | scope 2 emissions                               | number                         | tCO2e  |                                                           | 0        |         |             |               | yes   |
      | excluded_12       | left out of scopes 1 and 2                      | number                         | tCO2e  |                                                           | 0        |         |             |               |       |
      | excluded_3        | left out of scope 3                             | number                         | tCO2e  |                                                           | 0        |         |             |               |       |
      | covered_1         | share of scope 1 under the target               | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | covered_2         | share of scope 2 under the target               | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | target_3          | a target for scope 3 is set                     | flag                           |        |                                                           |          |         |             |               |       |
      | sells_fossil      | fossil fuel is sold or distributed              | flag                           |        |                                                           |          |         |             |               | yes   |
      | target_11         | a target for category 11 is set                 | flag                           |        |                                                           |          |         |             |               |       |
      | method_12         | method for scopes 1 and 2                       | choice                         |        | absolute, renewable_electricity, sector_pathway           |          |         |             |               |       |
      | reduction_12      | reduction of scopes 1 and 2 offered             | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | reduction_1       | reduction of scope 1 offered                    | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | renewable_2025    | renewable electricity in 2025                   | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | renewable_2030    | renewable electricity in 2030                   | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | method_3          | method for scope 3                              | choice                         |        | absolute, intensity, supplier_engagement                  |          |         |             |               |       |
      | reduction_3       | reduction of scope 3 offered                    | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | supplier_by       | day by which suppliers have targets             | date                           |        |                                                           |          |         |             | yes           |       |
      | supplier_share    | share of scope 3 of suppliers with targets      | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | combined          | one target joins scopes 1, 2 and 3              | flag                           |        |                                                           |          |         |             |               |       |
      | counts_credits    | credits or avoided emissions count as reduction | flag                           |        |                                                           |          |         |             |               |       |
      | change_1          | change of scope 1 against its base year         | number                         | %      |                                                           | 0        | 1000    |             |               |       |
      | change_2          | change of scope 2 against its base year         | number                         | %      |                                                           | 0        | 1000    |             |               |       |
      | change_3          | change of scope 3 against its base year         | number                         | %      |                                                           | 0        | 1000    |             |               |       |
      | change_all        | change of all base-year emissions               | number                         | %      |                                                           | 0        | 1000    |             |               |       |
      | line_crossed      | a category crossed the line of 5 %              | flag                           |        |                                                           |          |         |             |               |       |
      | recalculated      | the base year was recalculated                  | flag                           |        |                                                           |          |         |             |               |       |
      | reviewed          | day of the last review                          | date                           |        |                                                           |          |         |             |               |       |
      | bioenergy         | bioenergy is used                               | flag                           |        |                                                           |          |         |             |               | yes   |
      | biogenic_told     | biogenic CO2 and land emissions are reported    | flag                           |        |                                                           |          |         |             |               |       |
      | sme_route         | the route for small companies is asked for      | flag                           |        |                                                           |          |         |             |               |       |
      | s2_location       | scope 2 by location                             | number                         | tCO2e  |                                                           | 0        |         |             |               | yes   |
      | sme_barred        | activities that bar the route                   | choices                        |        | ships_or_power, finance, oil_and_gas, part_of_large_group |          |         |             |               | yes   |
      | flag_company      | forest, land and agriculture                    | flag                           |        |                                                           |          |         |             |               | yes   |
      | turnover          | net turnover of the group                       | number                         | EUR    |                                                           | 0        |         |             |               | yes   |
      | balance_sheet     | balance sheet of the group                      | number                         | EUR    |                                                           | 0        |         |             |               | yes   |
      | staff             | full-time staff of the group                    | number                         | person |                                                           | 0        |         |             |               | yes   |
      | high_income       | seat in a high-income country                   | flag                           |        |                                                           |          |         |             |               | yes   |
      | separate_targets  | scopes 1 and 2 have targets of their own        | flag                           |        |                                                           |          |         |             |               |       |
      | complete_year     | most recent complete year                       | number                         |        |                                                           | 1990     | 2100    | 1           |               |       |
      | low_carbon_target | scope 2 has a target of low-carbon electricity  | flag                           |        |                                                           |          |         |             |               |       |
      | absolute_2        | scope 2 has an absolute target                  | flag                           |        |                                                           |          |         |             |               |       |
      | growth            | growth of electricity a year, projected         | number                         | %      |                                                           | -100     |         |             |               |       |
      | buys_heat         | heat, steam or cooling is bought                | flag                           |        |                                                           |          |         |             |               | yes   |
      | heat_absolute     | heat, steam and cooling have an absolute target | flag                           |        |                                                           |          |         |             |               |       |
      | method_1          | method for scope 1 under V2                     | choice                         |        | absolute, intensity, asset_transition                     |          |         |             |               |       |
      | long_term_1       | scope 1 has a long-term target                  | flag                           |        |                                                           |          |         |             |               |       |
      | assured           | the inventory has limited assurance at least    | flag                           |        |                                                           |          |         |             |               |       |
      | plan_public       | the transition plan is public                   | flag                           |        |                                                           |          |         |             |               |       |
      | validated         | day of validation                               | date                           |        |                                                           |          |         |             | yes           |       |
      | frame_end         | end of the frame of the last target             | date                           |        |                                                           |          |         |             | yes           |       |
      | committed         | day of the public commitment                    | date                           |        |                                                           |          |         |             |               |       |
      | electricity       | electricity used in the year                    | number                         | MWh    |                                                           | 0        |         |             |               | yes   |
      | hourly            | electricity matched by the hour                 | number                         | %      |                                                           | 0        | 100     |             |               |       |
      | matched_year      | last day of the year that is matched            | date                           |        |                                                           |          |         |             | yes           |       |
      | base_12           | scopes 1 and 2 in the base year                 | number                         | tCO2e  |                                                           | 0        |         |             |               | yes   |
      | lines             | scope 3 by category                             | list of scope 3 line           |        |                                                           |          |         |             |               |       |
      | instruments       | electricity by instrument                       | list of electricity instrument |        |                                                           |          |         |             |               |       |
      | past_years        | years since the base year                       | list of past year              |        |                                                           |          |         |             |               |       |
    And each line has
      | field       | label                                       | type   | unit  | one of                                                                                                                                                | at least | at most | counts in some cases only |
      | record      |                                             | text   |       |                                                                                                                                                       |          |         |                           |
      | category    | category of scope 3                         | choice |       | c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15                                                                                      |          |         |                           |
      | amount      | emissions of the category                   | number | tCO2e |                                                                                                                                                       | 0        |         |                           |
      | covered     | share of the category under the target      | number | %     |                                                                                                                                                       | 0        | 100     |                           |
      | targeted    | the category has a target                   | flag   |       |                                                                                                                                                       |          |         |                           |
      | method      | method for the category                     | choice |       | emissions_reduction, volume_alignment, partner_alignment, product_use_alignment, end_of_life_alignment, intensity                                     |          |         |                           |
      | sector_path | the initiative has a sector path for it     | flag   |       |                                                                                                                                                       |          |         | yes                       |
      | left_out_as | why it is left out                          | choice |       | not_left_out, second_hand, cut_in_scope_1_or_2, commuting, no_control, no_say_in_transport, processing_unknown, independent_franchise, another_reason |          |         |                           |
      | told        | condition, reason, tonnes and plan are told | flag   |       |                                                                                                                                                       |          |         |                           |
    And each instrument has
      | field        | label                              | type   | unit       | at least |
      | serial       |                                    | text   |            |          |
      | energy       | energy of the instrument           | number | MWh        | 0        |
      | factor       | emissions of the generator         | number | kgCO2e/kWh | 0        |
      | commissioned | day of commissioning or repowering | date   |            |          |
      | consumed     | day of consumption                 | date   |            |          |
      | contracted   | day of the contract                | date   |            |          |
      | own          | own generation                     | flag   |            |          |
    And each past_year has
      | field   | label                       | type   | unit  | at least | at most | multiple of |
      | year    |                             | number |       | 1990     | 2100    | 1           |
      | emitted | scopes 1 and 2 in that year | number | tCO2e | 0        |         |             |
    And line is called scope 3 line
    And instrument is called electricity instrument
    And past_year is called past year
    And no two scope 3 by category share a record
    And no two electricity by instrument share a serial
    And no two years since the base year share a year
    And the choices of standard submitted under
      | value  | words  |
      | v1_3_1 | V1.3.1 |
      | v2_0   | V2.0   |
    And the choices of method for scopes 1 and 2
      | value                 | words                                                   |
      | absolute              | absolute reduction                                      |
      | renewable_electricity | absolute for scope 1, renewable electricity for scope 2 |
      | sector_pathway        | pathway of a sector                                     |
    And the choices of method for scope 3
      | value               | words                  |
      | absolute            | absolute reduction     |
      | intensity           | reduction of intensity |
      | supplier_engagement | supplier engagement    |
    And the choices of activities that bar the route
      | value               | words                   |
      | ships_or_power      | ships or power stations |
      | finance             | finance                 |
      | oil_and_gas         | oil and gas             |
      | part_of_large_group | part of a large group   |
    And the choices of method for scope 1 under V2
      | value            | words              |
      | absolute         | absolute reduction |
      | intensity        | intensity          |
      | asset_transition | asset transition   |
    And the choices of category of scope 3
      | value | words                       |
      | c1    | 1 goods and services        |
      | c2    | 2 capital goods             |
      | c3    | 3 fuel and energy           |
      | c4    | 4 upstream transport        |
      | c5    | 5 waste                     |
      | c6    | 6 business travel           |
      | c7    | 7 commuting                 |
      | c8    | 8 upstream leased assets    |
      | c9    | 9 downstream transport      |
      | c10   | 10 processing               |
      | c11   | 11 use of products          |
      | c12   | 12 end of life              |
      | c13   | 13 downstream leased assets |
      | c14   | 14 franchises               |
      | c15   | 15 investments              |
    And the choices of method for the category
      | value                 | words                               |
      | emissions_reduction   | reduction of emissions              |
      | volume_alignment      | alignment of volumes                |
      | partner_alignment     | alignment of suppliers or customers |
      | product_use_alignment | alignment of product use            |
      | end_of_life_alignment | alignment of end of life            |
      | intensity             | intensity as under V1               |
    And the choices of why it is left out
      | value                 | words                                       |
      | not_left_out          | it is not left out                          |
      | second_hand           | second-hand goods                           |
      | cut_in_scope_1_or_2   | cut through scope 1 or 2 already            |
      | commuting             | the whole of commuting                      |
      | no_control            | no operational control or influence         |
      | no_say_in_transport   | no contractual say in the mode of transport |
      | processing_unknown    | processing unknown or no relationship       |
      | independent_franchise | the franchisee is independent               |
      | another_reason        | another reason                              |
    And this reference case
      | fact                                            | value              |
      | standard submitted under                        | V1.3.1             |
      | day of submission                               | 2026-12-01         |
      | base year of scope 1                            | 2022               |
      | base year of scope 2                            | 2022               |
      | base year of scope 3                            | 2022               |
      | target year                                     | 2030               |
      | all seven gases are in the inventory            | yes                |
      | scope 1 emissions                               | 40000 tCO2e        |
      | scope 2 emissions                               | 60000 tCO2e        |
      | left out of scopes 1 and 2                      | 0 tCO2e            |
      | left out of scope 3                             | 0 tCO2e            |
      | share of scope 1 under the target               | 100 %              |
      | share of scope 2 under the target               | 100 %              |
      | a target for scope 3 is set                     | yes                |
      | fossil fuel is sold or distributed              | no                 |
      | a target for category 11 is set                 | no                 |
      | method for scopes 1 and 2                       | absolute reduction |
      | reduction of scopes 1 and 2 offered             | 42 %               |
      | reduction of scope 1 offered                    | 42 %               |
      | renewable electricity in 2025                   | 80 %               |
      | renewable electricity in 2030                   | 100 %              |
      | method for scope 3                              | absolute reduction |
      | reduction of scope 3 offered                    | 25 %               |
      | day by which suppliers have targets             | 2030-12-31         |
      | share of scope 3 of suppliers with targets      | 0 %                |
      | one target joins scopes 1, 2 and 3              | no                 |
      | credits or avoided emissions count as reduction | no                 |
      | change of scope 1 against its base year         | 0 %                |
      | change of scope 2 against its base year         | 0 %                |
      | change of scope 3 against its base year         | 0 %                |
      | change of all base-year emissions               | 0 %                |
      | a category crossed the line of 5 %              | no                 |
      | the base year was recalculated                  | no                 |
      | day of the last review                          | 2026-06-30         |
      | bioenergy is used                               | no                 |
      | biogenic CO2 and land emissions are reported    | no                 |
      | the route for small companies is asked for      | no                 |
      | scope 2 by location                             | 60000 tCO2e        |
      | activities that bar the route                   | none               |
      | forest, land and agriculture                    | no                 |
      | net turnover of the group                       | 120000000 EUR      |
      | balance sheet of the group                      | 30000000 EUR       |
      | full-time staff of the group                    | 600 persons        |
      | seat in a high-income country                   | yes                |
      | scopes 1 and 2 have targets of their own        | yes                |
      | most recent complete year                       | 2022               |
      | scope 2 has a target of low-carbon electricity  | yes                |
      | scope 2 has an absolute target                  | no                 |
      | growth of electricity a year, projected         | 2 %                |
      | heat, steam or cooling is bought                | no                 |
      | heat, steam and cooling have an absolute target | no                 |
      | method for scope 1 under V2                     | absolute reduction |
      | scope 1 has a long-term target                  | no                 |
      | the inventory has limited assurance at least    | yes                |
      | the transition plan is public                   | yes                |
      | day of validation                               | 2027-03-01         |
      | end of the frame of the last target             | 2030-12-31         |
      | day of the public commitment                    | 2025-12-01         |
      | electricity used in the year                    | 100000 MWh         |
      | electricity matched by the hour                 | 50 %               |
      | last day of the year that is matched            | 2026-12-31         |
      | scopes 1 and 2 in the base year                 | 100000 tCO2e       |
    And in the reference case scope 3 by category are
      | record | category of scope 3    | emissions of the category | share of the category under the target | the category has a target | method for the category             | the initiative has a sector path for it | why it is left out | condition, reason, tonnes and plan are told |
      | 1      | 1 goods and services   | 61000 tCO2e               | 100 %                                  | yes                       | alignment of suppliers or customers | no                                      | it is not left out | no                                          |
      | 2      | 2 capital goods        | 4000 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
      | 3      | 3 fuel and energy      | 9000 tCO2e                | 0 %                                    | yes                       | reduction of emissions              | no                                      | it is not left out | no                                          |
      | 4      | 4 upstream transport   | 12000 tCO2e               | 0 %                                    | yes                       | alignment of volumes                | no                                      | it is not left out | no                                          |
      | 5      | 5 waste                | 1500 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
      | 6      | 6 business travel      | 2500 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
      | 7      | 7 commuting            | 5200 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
      | 9      | 9 downstream transport | 3800 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
      | 11     | 11 use of products     | 48000 tCO2e               | 82.3 %                                 | yes                       | alignment of product use            | no                                      | it is not left out | no                                          |
      | 12     | 12 end of life         | 3000 tCO2e                | 0 %                                    | no                        | reduction of emissions              | no                                      | it is not left out | no                                          |
    And in the reference case electricity by instrument are
      | serial    | energy of the instrument | emissions of the generator | day of commissioning or repowering | day of consumption | day of the contract | own generation |
      | wind      | 30000 MWh                | 0.011 kgCO2e/kWh           | 2015-07-01                         | 2026-06-30         | 2024-01-01          | no             |
      | old hydro | 20000 MWh                | 0.024 kgCO2e/kWh           | 1990-01-01                         | 2027-12-31         | 2027-06-01          | no             |
    And in the reference case years since the base year are
      | year | scopes 1 and 2 in that year |
      | 2024 | 90000 tCO2e                 |

  Rule: The worked company of 250,000 tonnes

    Scenario: 42 % and 25 % on two thirds are enough in both readings
      When evaluated as of 2026-12-01
      Then the quantity scope 3 share is 60 %
      And the quantity least reduction from the base year is 33.6 %
      And the quantity least reduction from 2020 is 42 %
      And gate SB1-11 is met
      And the conclusion is scored

    Scenario: 34 % is enough from the base year only
      Given reduction of scopes 1 and 2 offered is 34 %
      When evaluated as of 2026-12-01
      Then gate SB1-11 is undetermined
      And the quantity missing from the base year is 0 %
      And the quantity missing from 2020 is 8 %
