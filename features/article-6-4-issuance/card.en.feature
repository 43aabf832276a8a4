# language: en
Feature: Units issued under Article 6.4 of the Paris Agreement
  How many units the years of an activity come to, and who gets them on issuance: adaptation, cancellation, the buffer
  for reversals, the participant.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                      |
      | id              | article-6-4-issuance                                                                                                                                       |
      | version         | 2.0.0                                                                                                                                                      |
      | supersedes      | 1.0.0                                                                                                                                                      |
      | title           | Units issued under Article 6.4                                                                                                                             |
      | subject         | activity                                                                                                                                                   |
      | attestation     | self-assessment                                                                                                                                            |
      | time zone       | Etc/UTC                                                                                                                                                    |
      | effective from  | 2025-05-16                                                                                                                                                 |
      | rounding        | half-even, 2 decimals                                                                                                                                      |
      | not applicable  | refuse                                                                                                                                                     |
      | does not assess | papers behind what is declared: reports of monitoring and verification, register prints of issuance and cancellation, ratings of risk, letters of the host |
      | does not assess | whether the activity is eligible and additional                                                                                                            |
      | does not assess | how the baseline was found; suppressed demand, whose thresholds were not found                                                                             |
      | does not assess | what holds where the buffer holds less than was reversed, which was not found                                                                              |
      | does not assess | the price of units, and fees                                                                                                                               |
    And these bases
      | basis    | instrument           | clause              | certainty   | note                                                                                                                                                                                             |
      | lowered  | A6.4-STAN-METH-004   | -                   | secondary   | The baseline falls by at least 1 % a year; of it and business as usual the lower counts.                                                                                                         |
      | straight | article-6-4-issuance | -                   | own reading | The fall is a straight line on the first value, unless the setting says compound.                                                                                                                |
      | leakage  | A6.4-STAN-METH-005   | -                   | secondary   | Leakage that is not avoided is deducted.                                                                                                                                                         |
      | levies   | 3/CMA.3              | paragraphs 66 to 69 | secondary   | On every issuance 5 % go to the Adaptation Fund and at least 2 % are cancelled.                                                                                                                  |
      | up       | article-6-4-issuance | -                   | own reading | Units of a year are rounded down, and levies up, to whole units.                                                                                                                                 |
      | buffer   | A6.4-STAN-METH-002   | -                   | secondary   | Removals that may be reversed contribute to a buffer.                                                                                                                                            |
      | order    | article-6-4-issuance | -                   | own reading | The buffer is a share of all units issued, unless the setting says of those left; both are told, and it comes out of what the participant gets.                                                  |
      | reversal | A6.4-STAN-METH-002   | -                   | secondary   | What was reversed is cancelled; if it could not be avoided, from the buffer, and nothing is owed; if it could, the owner puts the same amount of the same kind back within the time that is set. |
      | put-back | article-6-4-issuance | -                   | own reading | How long the time is was not found, so its last day is entered. Until it has passed it is open whether units will be put back in time. Reversals are whole units, rounded up.                    |
      | use      | 3/CMA.3              | -                   | secondary   | Without the host's authorisation a unit is a mitigation contribution only; also 7/CMA.4.                                                                                                         |
      | entered  | article-6-4-issuance | -                   | own reading | No more is issued than the years come to.                                                                                                                                                        |
    And these settings
      | setting      | label                      | one of                | default   | meaning                                                                 |
      | decline      | how the baseline falls     | linear, compound      | linear    | on the first value, or each year on the year before                     |
      | buffer_share | what the buffer is part of | all_units, units_left | all_units | of all units issued, or of those left after adaptation and cancellation |
    And these facts
      | fact          | label                                  | type              | unit  | one of                        | at least | at most | multiple of | may lie ahead | given |
      | kind          | kind of activity                       | choice            |       | reduction, removal            |          |         |             |               | yes   |
      | baseline_0    | baseline of the first year             | number            | tCO2e |                               | 0        |         |             |               |       |
      | rate          | yearly fall of the baseline            | number            | %     |                               | 0        | 100     |             |               |       |
      | years         | years of the activity                  | list of year line |       |                               |          |         |             |               | yes   |
      | issued        | units issued                           | number            | tCO2e |                               | 0        |         | 1           |               |       |
      | cancelled     | share cancelled for overall mitigation | number            | %     |                               | 0        | 50      |             |               |       |
      | reversible    | removals may be reversed               | flag              |       |                               |          |         |             |               |       |
      | risk          | rating of the risk of reversal         | number            | %     |                               | 0        | 40      |             |               |       |
      | use           | use of the units                       | choice            |       | ndc, oimp, both, contribution |          |         |             |               | yes   |
      | authorised    | the host has authorised the use        | flag              |       |                               |          |         |             |               |       |
      | reversed      | removals that were reversed            | number            | tCO2e |                               | 0        |         |             |               |       |
      | avoidable     | the reversal could be avoided          | flag              |       |                               |          |         |             |               |       |
      | cancelled_for | units cancelled for the reversal       | number            | tCO2e |                               | 0        |         | 1           |               |       |
      | put_back      | units of the same kind put back        | number            | tCO2e |                               | 0        |         | 1           |               |       |
      | put_back_on   | day on which they were put back        | date              |       |                               |          |         |             |               |       |
      | put_back_by   | last day to put them back              | date              |       |                               |          |         |             | yes           |       |
    And each interval has
      | field        | label                         | type   | unit  | at least | at most | multiple of |
      | record       |                               | text   |       |          |         |             |
      | place        | years since the first         | number |       | 0        | 45      | 1           |
      | usual        | business as usual             | number | tCO2e | 0        |         |             |
      | project      | emissions of the activity     | number | tCO2e | 0        |         |             |
      | leakage      | leakage                       | number | tCO2e | 0        |         |             |
      | removed      | removals                      | number | tCO2e | 0        |         |             |
      | removed_base | removals without the activity | number | tCO2e | 0        |         |             |
    And interval is called year line
    And no two years of the activity share a record
    And the choices of kind of activity
      | value     | words     |
      | reduction | reduction |
      | removal   | removal   |
    And the choices of use of the units
      | value        | words                           |
      | ndc          | national contribution           |
      | oimp         | other international purposes    |
      | both         | national contribution and other |
      | contribution | mitigation contribution only    |
    And this reference case
      | fact                                   | value                 |
      | kind of activity                       | reduction             |
      | baseline of the first year             | 50000 tCO2e           |
      | yearly fall of the baseline            | 1 %                   |
      | units issued                           | 36000 tCO2e           |
      | share cancelled for overall mitigation | 2 %                   |
      | removals may be reversed               | no                    |
      | rating of the risk of reversal         | 0 %                   |
      | use of the units                       | national contribution |
      | the host has authorised the use        | yes                   |
      | removals that were reversed            | 0 tCO2e               |
      | the reversal could be avoided          | no                    |
      | units cancelled for the reversal       | 0 tCO2e               |
      | units of the same kind put back        | 0 tCO2e               |
      | day on which they were put back        | 2026-11-01            |
      | last day to put them back              | 2027-03-31            |
    And in the reference case years of the activity are
      | record | years since the first | business as usual | emissions of the activity | leakage    | removals | removals without the activity |
      | Y1     | 1                     | 49000 tCO2e       | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e  | 0 tCO2e                       |
      | Y2     | 2                     | 49000 tCO2e       | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e  | 0 tCO2e                       |
      | Y3     | 3                     | 49000 tCO2e       | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e  | 0 tCO2e                       |
      | Y4     | 4                     | 49000 tCO2e       | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e  | 0 tCO2e                       |
      | Y5     | 5                     | 49000 tCO2e       | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e  | 0 tCO2e                       |

  Rule: Gas of a landfill over five years

    Scenario: business as usual binds in the first year
      When evaluated as of 2026-12-01
      Then the quantity credited_all is 174500 tCO2e
      And the quantity adaptation is 1800 tCO2e
      And the quantity overall is 720 tCO2e
      And the quantity received is 33480 tCO2e
      And an observation A64-BAU is raised
      And the conclusion is scored
