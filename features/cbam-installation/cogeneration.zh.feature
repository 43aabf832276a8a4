# language: zh-CN
功能: 热电联产
  同时产热与发电的机组, 其排放按效率在两者之间分摊。

  背景:
    假如 评分卡 cbam-installation
    并且 下列事实
      | 事实                | 名称         | 类型 | 单位  | 不低于 | 不高于 |
      | chp_fuel            | 联产燃料能量 | 数值 | TJ    | 0.001  |        |
      | chp_emissions       | 联产机组排放 | 数值 | tCO2e | 0      |        |
      | chp_heat            | 联产热量     | 数值 | TJ    | 0      |        |
      | chp_power           | 联产电量     | 数值 | MWh   | 0      |        |
      | chp_known           | 联产效率已知 | 是否 |       |        |        |
      | chp_heat_reference  | 热的参考效率 | 数值 | %     | 0.001  | 100    |
      | chp_power_reference | 电的参考效率 | 数值 | %     | 0.001  | 100    |
    并且 本基准案例
      | 事实         | 值         |
      | 联产燃料能量 | 100 TJ     |
      | 联产机组排放 | 5610 tCO2e |
      | 联产热量     | 45 TJ      |
      | 联产电量     | 8750 MWh   |
      | 联产效率已知 | 是         |
      | 热的参考效率 | 90 %       |
      | 电的参考效率 | 52.5 %     |

  规则: 热与电的份额
    背景:
      假如 量 联产产热效率 (heat_efficiency), 依据 cogeneration
        | 为                      | 情形               |
        | 联产热量 / 联产燃料能量 | 联产效率已知 为 是 |
        | 0.55                    | 其他               |
      并且 量 联产发电效率 (power_efficiency), 依据 cogeneration
        | 为                      | 情形               |
        | 联产电量 / 联产燃料能量 | 联产效率已知 为 是 |
        | 0.25                    | 其他               |
      并且 量 热的权数 (heat_weight), 依据 cogeneration
        | 为                          |
        | 联产产热效率 / 热的参考效率 |
      并且 量 电的权数 (power_weight), 依据 cogeneration
        | 为                          |
        | 联产发电效率 / 电的参考效率 |
      并且 量 热的份额 (heat_share), 依据 cogeneration
        | 为                               | 除数为零时 |
        | 热的权数 / (热的权数 + 电的权数) | 0          |
      并且 量 联产热因子 (heat_of_chp), 以 tCO2e/TJ 计, 依据 cogeneration
        | 为                                 | 除数为零时 |
        | 联产机组排放 * 热的份额 / 联产热量 | 0 tCO2e/TJ |
      并且 量 联产电因子 (power_of_chp), 以 tCO2e/MWh 计, 依据 cogeneration
        | 为                                       | 除数为零时  |
        | 联产机组排放 * (1 - 热的份额) / 联产电量 | 0 tCO2e/MWh |

    场景大纲: 份额按效率与参考效率之比; 标准值为 55 % 与 25 %
      假如 联产效率已知 为 <known>
      并且 联产热量 为 <heat> TJ
      并且 联产电量 为 <power> MWh
      当 按 2026-11-20 评定
      那么 量 热的份额 为 <share>
      并且 量 联产热因子 为 <of_heat> tCO2e/TJ
      并且 量 联产电因子 为 <of_power> tCO2e/MWh

      例子:
        | known | heat | power | share  | of_heat   | of_power   |
        | 是    | 45   | 8750  | 5/11   | 170/3     | 306/875    |
        | 否    | 45   | 8750  | 77/137 | 28798/411 | 6732/23975 |
        | 是    | 0    | 8750  | 0      | 0         | 561/875    |
        | 是    | 45   | 0     | 1      | 374/3     | 0          |
        | 是    | 0    | 0     | 0      | 0         | 0          |
