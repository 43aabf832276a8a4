# language: en
Feature: Activities under the climate delegated act of the EU taxonomy
  Which activities of steel, cement, aluminium, batteries and hydrogen contribute substantially to climate change
  mitigation, which are aligned, and which share of turnover they make.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                         |
      | id              | eu-taxonomy-climate                                                                                                                                           |
      | version         | 4.0.0                                                                                                                                                         |
      | supersedes      | 3.0.0                                                                                                                                                         |
      | title           | Climate taxonomy of the EU: six activities                                                                                                                    |
      | subject         | company                                                                                                                                                       |
      | attestation     | self-assessment                                                                                                                                               |
      | time zone       | Europe/Brussels                                                                                                                                               |
      | effective from  | 2026-11-23                                                                                                                                                    |
      | rounding        | half-even, 2 decimals                                                                                                                                         |
      | not applicable  | refuse                                                                                                                                                        |
      | does not assess | papers behind what is declared: technical file of each activity, accounts with the turnover by activity, assessments of no significant harm and of safeguards |
      | does not assess | criteria of no significant harm one by one, which are taken as entered                                                                                        |
      | does not assess | whether an activity contributes to adaptation, which is taken as entered                                                                                      |
      | does not assess | capital and operating expenditure, for which the same lines may be entered                                                                                    |
      | does not assess | further activities                                                                                                                                            |
    And these bases
      | basis     | instrument                | clause       | certainty   | note                                                                                                                                               |
      | steel     | Regulation (EU) 2021/2139 | Annex I 3.9  | secondary   | Limits by stage, from four public repositories that agree.                                                                                         |
      | scrap     | Regulation (EU) 2021/2139 | Annex I 3.9  | secondary   | Or scrap of at least 70 % for high alloy and 90 % for carbon steel, from two repositories.                                                         |
      | cement    | Regulation (EU) 2021/2139 | Annex I 3.7  | secondary   | 0.722 per tonne of grey clinker, 0.469 per tonne of cement or binder.                                                                              |
      | strict    | eu-taxonomy-climate       | -            | own reading | Two copies have cement below its limit, two at most at it: a setting without default.                                                              |
      | aluminium | Regulation (EU) 2021/2139 | Annex I 3.8  | secondary   | 1.484 tCO2e direct, 15.5 MWh. Recalled: 100 g per kWh, and that two of the three are enough until the end of 2025, all three after.                |
      | recycled  | Regulation (EU) 2021/2139 | Annex I 3.8  | secondary   | Recalled: secondary aluminium qualifies without a number.                                                                                          |
      | batteries | Regulation (EU) 2021/2139 | Annex I 3.4  | secondary   | Recalled: rechargeable batteries that cut emissions in use, or recycling of batteries.                                                             |
      | hydrogen  | Regulation (EU) 2021/2139 | Annex I 3.10 | secondary   | Below 3 tonnes per tonne over the life cycle, from two repositories.                                                                               |
      | aligned   | Regulation (EU) 2020/852  | Article 3    | secondary   | Substantial contribution, no significant harm to the five other objectives, minimum safeguards.                                                    |
      | unknown   | eu-taxonomy-climate       | -            | own reading | An activity whose criteria are not here is not assessed: whether it contributes stays open, and is no none.                                        |
      | harm      | Regulation (EU) 2021/2139 | Annex II 3.9 | secondary   | Of steel that adapts no more than 1.443, 0.242, 0.237, 0.390, 0.360 and 0.276 by stage, or it harms mitigation; from one repository.               |
      | adapting  | eu-taxonomy-climate       | -            | own reading | Of the other activities no limit was found: whether they harm mitigation stays open. An activity may stand in both shares, which are not added up. |
      | small     | Regulation (EU) 2026/73   | -            | secondary   | An activity below 10 % of turnover may be left out of the report.                                                                                  |
      | entered   | eu-taxonomy-climate       | -            | own reading | The two of three are counted by the last day of the year reported. No paper is named for single facts: a declaration suffices.                     |
      | over      | eu-taxonomy-climate       | -            | own reading | Turnover is reported for a year that is over; what is expected of a year that is not over counts for nothing.                                      |
      | others    | eu-taxonomy-climate       | -            | own reading | Turnover that is in no line is turnover of other activities. It is shown, so that a line left out by mistake is noticed.                           |
      | losses    | eu-taxonomy-climate       | -            | own reading | More scrap than steel may be charged, for some is lost in melting. No source gives the loss; more than 125 % is refused as a wrong figure.         |
    And these settings
      | setting      | label                             | one of         | meaning                                                    |
      | cement_limit | how the limits of cement are read | below, at_most | whether exactly the limit is too much or still contributes |
    And these facts
      | fact       | label                         | type                  | unit | at least | given |
      | year_end   | last day of the year reported | date                  |      |          | yes   |
      | turnover   | turnover of the company       | number                | EUR  | 0        | yes   |
      | activities | activities                    | list of activity line |      |          | yes   |
    And each activity has
      | field      | label                                               | type   | unit      | one of                                                                                                                                                                      | at least | at most | counts in some cases only |
      | record     |                                                     | text   |           |                                                                                                                                                                             |          |         |                           |
      | kind       | kind of activity                                    | choice |           | hot_metal, sintered_ore, coke, iron_casting, high_alloy, carbon_steel, grey_clinker, cement_or_binder, primary_aluminium, secondary_aluminium, batteries, hydrogen, another |          |         |                           |
      | earned     | turnover of the activity                            | number | EUR       |                                                                                                                                                                             | 0        |         |                           |
      | emissions  | emissions per tonne of product                      | number | tCO2e/t   |                                                                                                                                                                             | 0        |         |                           |
      | scrap      | scrap per product                                   | number | %         |                                                                                                                                                                             | 0        | 125     |                           |
      | power      | electricity per tonne of product                    | number | MWh/t     |                                                                                                                                                                             | 0        |         |                           |
      | power_co2  | emissions of the electricity                        | number | gCO2e/kWh |                                                                                                                                                                             | 0        |         |                           |
      | cuts       | the batteries cut emissions in use, or are recycled | flag   |           |                                                                                                                                                                             |          |         | yes                       |
      | adapts     | contributes substantially to adaptation             | flag   |           |                                                                                                                                                                             |          |         |                           |
      | adaptation | no significant harm to adaptation                   | flag   |           |                                                                                                                                                                             |          |         |                           |
      | water      | no significant harm to water                        | flag   |           |                                                                                                                                                                             |          |         |                           |
      | circular   | no significant harm to the circular economy         | flag   |           |                                                                                                                                                                             |          |         |                           |
      | pollution  | no significant harm by pollution                    | flag   |           |                                                                                                                                                                             |          |         |                           |
      | nature     | no significant harm to biodiversity                 | flag   |           |                                                                                                                                                                             |          |         |                           |
      | safeguards | minimum safeguards are kept                         | flag   |           |                                                                                                                                                                             |          |         |                           |
    And activity is called activity line
    And no two activities share a record
    And the choices of kind of activity
      | value               | words                                       |
      | hot_metal           | hot metal                                   |
      | sintered_ore        | sintered ore                                |
      | coke                | coke                                        |
      | iron_casting        | iron casting                                |
      | high_alloy          | high-alloy steel from electric arc furnaces |
      | carbon_steel        | carbon steel from electric arc furnaces     |
      | grey_clinker        | grey clinker                                |
      | cement_or_binder    | cement or binder                            |
      | primary_aluminium   | primary aluminium                           |
      | secondary_aluminium | secondary aluminium                         |
      | batteries           | batteries                                   |
      | hydrogen            | hydrogen                                    |
      | another             | another activity                            |
    And this reference case
      | fact                          | value      |
      | last day of the year reported | 2026-12-31 |
      | turnover of the company       | 250 EUR    |
    And in the reference case activities are
      | record | kind of activity                        | turnover of the activity | emissions per tonne of product | scrap per product | electricity per tonne of product | emissions of the electricity | the batteries cut emissions in use, or are recycled | contributes substantially to adaptation | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm by pollution | no significant harm to biodiversity | minimum safeguards are kept |
      | E1     | carbon steel from electric arc furnaces | 40 EUR                   | 0.215 tCO2e/t                  | 92 %              | 0.5 MWh/t                        | 300 gCO2e/kWh                | no                                                  | no                                      | yes                               | yes                          | yes                                         | yes                              | yes                                 | yes                         |

  Rule: The worked company

    Scenario: carbon steel above the limit, but of 92 % scrap
      When evaluated as of 2027-03-01
      Then the quantity share_aligned is 16 %
      And gate TX-SUM is met
      And the conclusion is scored
