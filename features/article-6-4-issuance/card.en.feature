# language: en
Feature: Units issued under Article 6.4 of the Paris Agreement
  The units generated in the years of an activity and their distribution on issuance: adaptation, cancellation, the buffer
  for reversals, and the participant.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                          |
      | id              | article-6-4-issuance                                                                                                                                           |
      | version         | 1.0.0                                                                                                                                                          |
      | title           | Units issued under Article 6.4                                                                                                                                 |
      | subject         | activity                                                                                                                                                       |
      | attestation     | self-assessment                                                                                                                                                |
      | time zone       | Etc/UTC                                                                                                                                                        |
      | effective from  | 2025-05-16                                                                                                                                                     |
      | rounding        | half-even, 2 decimals                                                                                                                                          |
      | not applicable  | refuse                                                                                                                                                         |
      | does not assess | documents that support the declared facts: monitoring and verification reports, registry extracts of issuance and cancellation, risk ratings, and host letters |
      | does not assess | whether the activity is eligible and additional                                                                                                                |
      | does not assess | how the baseline was determined; suppressed demand, because its thresholds were not found                                                                      |
      | does not assess | the treatment of a buffer smaller than the reversal, because no rule was found                                                                                 |
      | does not assess | the price of units, and fees                                                                                                                                   |
    And these bases
      | basis    | instrument           | clause              | certainty   | note                                                                                                                                                                                                                                                                                                                                                          |
      | lowered  | A6.4-STAN-METH-004   | -                   | secondary   | The baseline of an Article 6.4 reduction activity must fall by at least 1 % per year. Units are calculated from the lower of this baseline and business-as-usual emissions. This is reported by secondary sources.                                                                                                                                            |
      | straight | article-6-4-issuance | -                   | own reading | The baseline must fall by at least 1 % per year. The standard A6.4-STAN-METH-004 does not settle whether the percentage refers to the baseline of the first year or of the previous year. By default we apply it to the first year (a straight line). A setting applies it to the previous year (compound reduction).                                         |
      | leakage  | A6.4-STAN-METH-005   | -                   | secondary   | Leakage, that is, emissions that the activity causes outside its boundary and does not avoid, is deducted from the units of a year. This is reported by secondary sources.                                                                                                                                                                                    |
      | levies   | 3/CMA.3              | paragraphs 66 to 69 | secondary   | Of the units of every issuance, 5 % are transferred to the Adaptation Fund and at least 2 % are cancelled for overall mitigation. This is reported by secondary sources.                                                                                                                                                                                      |
      | up       | article-6-4-issuance | -                   | own reading | Units are issued in whole tonnes; the sources state no rounding rule. We round the units of a year down, and the units for adaptation, cancellation and the buffer up.                                                                                                                                                                                        |
      | buffer   | A6.4-STAN-METH-002   | -                   | secondary   | Removals that may be reversed, such as stored carbon that may be released again, must contribute units to a buffer. This is reported by secondary sources.                                                                                                                                                                                                    |
      | order    | article-6-4-issuance | -                   | own reading | Removals that may be reversed contribute a share of units to a buffer; the sources do not state of which units. By default the share applies to all units issued; a setting applies it to the units left after adaptation and cancellation. The results show the buffer units for each of these two choices. The buffer reduces the units of the participant. |
      | reversal | A6.4-STAN-METH-002   | -                   | secondary   | If removals are reversed, the same amount of units must be cancelled. If the reversal is unavoidable, the units come from the buffer and need not be replaced. If the reversal is avoidable, the owner must replace the units by the same amount and type within the set time. This is reported by secondary sources.                                         |
      | put-back | article-6-4-issuance | -                   | own reading | Units for an avoidable reversal must be replaced within a time limit whose length was not found; the applicant enters its last day. Until that day has passed, timely replacement is undetermined. We round reversals up to whole units.                                                                                                                      |
      | use      | 3/CMA.3              | -                   | secondary   | A unit may be used for a national target or another international purpose only if the host country authorises this use. Without authorisation the unit is a mitigation contribution only. This is reported by secondary sources; decision 7/CMA.4 also concerns the use of units.                                                                             |
      | entered  | article-6-4-issuance | -                   | own reading | We require that the number of units issued does not exceed the total calculated for all years of the activity.                                                                                                                                                                                                                                                |
    And these settings
      | setting      | label                           | one of                | default   | meaning                                                                                                          |
      | decline      | method of lowering the baseline | linear, compound      | linear    | Whether the baseline falls as a share of the first value, or each year as a share of the previous year           |
      | buffer_share | base of the buffer              | all_units, units_left | all_units | Whether the buffer is calculated from all units issued, or from the units left after adaptation and cancellation |
    And these facts
      | fact          | label                                  | type              | unit  | one of                        | at least | at most | multiple of | may lie ahead | given |
      | kind          | type of activity                       | choice            |       | reduction, removal            |          |         |             |               | yes   |
      | baseline_0    | baseline of the first year             | number            | tCO2e |                               | 0        |         |             |               |       |
      | rate          | annual reduction rate of the baseline  | number            | %     |                               | 0        | 100     |             |               |       |
      | years         | years of the activity                  | list of year line |       |                               |          |         |             |               | yes   |
      | issued        | units issued                           | number            | tCO2e |                               | 0        |         | 1           |               |       |
      | cancelled     | share cancelled for overall mitigation | number            | %     |                               | 0        | 50      |             |               |       |
      | reversible    | removals have a risk of reversal       | flag              |       |                               |          |         |             |               |       |
      | risk          | risk rating for reversal               | number            | %     |                               | 0        | 40      |             |               |       |
      | use           | use of the units                       | choice            |       | ndc, oimp, both, contribution |          |         |             |               | yes   |
      | authorised    | the use is authorised by the host      | flag              |       |                               |          |         |             |               |       |
      | reversed      | removals reversed                      | number            | tCO2e |                               | 0        |         |             |               |       |
      | avoidable     | the reversal was avoidable             | flag              |       |                               |          |         |             |               |       |
      | cancelled_for | units cancelled for the reversal       | number            | tCO2e |                               | 0        |         | 1           |               |       |
      | put_back      | replacement units of the same type     | number            | tCO2e |                               | 0        |         | 1           |               |       |
      | put_back_on   | date of replacement                    | date              |       |                               |          |         |             |               |       |
      | put_back_by   | replacement deadline                   | date              |       |                               |          |         |             | yes           |       |
    And each interval has
      | field        | label                         | type   | unit  | at least | at most | multiple of |
      | record       |                               | text   |       |          |         |             |
      | place        | years since the first year    | number |       | 0        | 45      | 1           |
      | usual        | business-as-usual emissions   | number | tCO2e | 0        |         |             |
      | project      | emissions of the activity     | number | tCO2e | 0        |         |             |
      | leakage      | leakage                       | number | tCO2e | 0        |         |             |
      | removed      | removals achieved             | number | tCO2e | 0        |         |             |
      | removed_base | removals without the activity | number | tCO2e | 0        |         |             |
    And interval is called year line
    And no two years of the activity share a record
    And the choices of type of activity
      | value     | words     |
      | reduction | reduction |
      | removal   | removal   |
    And the choices of use of the units
      | value        | words                                    |
      | ndc          | national contribution                    |
      | oimp         | other international purposes             |
      | both         | national contribution and other purposes |
      | contribution | mitigation contribution only             |
    And this reference case
      | fact                                   | value                 |
      | type of activity                       | reduction             |
      | baseline of the first year             | 50000 tCO2e           |
      | annual reduction rate of the baseline  | 1 %                   |
      | units issued                           | 36000 tCO2e           |
      | share cancelled for overall mitigation | 2 %                   |
      | removals have a risk of reversal       | no                    |
      | risk rating for reversal               | 0 %                   |
      | use of the units                       | national contribution |
      | the use is authorised by the host      | yes                   |
      | removals reversed                      | 0 tCO2e               |
      | the reversal was avoidable             | no                    |
      | units cancelled for the reversal       | 0 tCO2e               |
      | replacement units of the same type     | 0 tCO2e               |
      | date of replacement                    | 2026-11-01            |
      | replacement deadline                   | 2027-03-31            |
    And in the reference case years of the activity are
      | record | years since the first year | business-as-usual emissions | emissions of the activity | leakage    | removals achieved | removals without the activity |
      | Y1     | 1                          | 49000 tCO2e                 | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e           | 0 tCO2e                       |
      | Y2     | 2                          | 49000 tCO2e                 | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e           | 0 tCO2e                       |
      | Y3     | 3                          | 49000 tCO2e                 | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e           | 0 tCO2e                       |
      | Y4     | 4                          | 49000 tCO2e                 | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e           | 0 tCO2e                       |
      | Y5     | 5                          | 49000 tCO2e                 | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e           | 0 tCO2e                       |

  Rule: Worked example: landfill gas over five years

    Scenario: Business as usual is the lower value in the first year
      When evaluated as of 2026-12-01
      Then the quantity credited_all is 174500 tCO2e
      And the quantity adaptation is 1800 tCO2e
      And the quantity overall is 720 tCO2e
      And the quantity received is 33480 tCO2e
      And an observation A64-BAU is raised
      And the conclusion is scored
