# language: zh-CN
功能: 缺省值路径

  背景:
    假如 评分卡 cbam-goods

  规则: 缺省值与加成
    背景:
      假如 下列查表
        | 量            | 名称             | 单位    | 列    | 参考表   | 键                                      | 依据        |
        | default_value | 缺省值           | tCO2e/t | total | defaults | cn_code 为 商品编码; country 为 原产国  | defaults    |
        | default_value |                  |         |       | defaults | cn_code 为 商品编码; country 为 'other' | defaults    |
        | default_route | 缺省值的生产路线 | 词      | route | defaults | cn_code 为 商品编码; country 为 原产国  | defaults    |
        | default_route |                  |         |       | defaults | cn_code 为 商品编码; country 为 'other' | defaults    |
        | mark_up       | 加成             |         | rate  | mark_ups | sector 为 行业; year 为 进口日期 的年份 | defaults    |
        | highest_value | 最高缺省值       | tCO2e/t | total | unknown  | cn_code 为 商品编码                     | good-origin |
        | highest_route | 最高值路线       | 词      | route | unknown  | cn_code 为 商品编码                     | good-origin |
      并且 下列量
        | 量          | 名称             | 单位    | 计算                | 情形              | 依据        |
        | value_used  | 采用值           | tCO2e/t | 最高缺省值          | 原产国 为 unknown | good-origin |
        | value_used  |                  |         | 缺省值              |                   | defaults    |
        | see_default | 缺省单位隐含排放 | tCO2e/t | 采用值 * (1 + 加成) |                   | defaults    |

    场景大纲: 先查该国, 再查其他国家; 加成按行业与年份
      假如 商品编码 为 <code>
      并且 原产国 为 <country>
      并且 进口日期 为 <day>
      当 按 2026-11-20 评定
      那么 量 采用值 为 <value> tCO2e/t
      并且 量 缺省单位隐含排放 为 <raised> tCO2e/t

      例子:
        | code     | country | day        | value | raised |
        | 72083900 | BR      | 2026-05-10 | 1.62  | 1.782  |
        | 72083900 | BR      | 2026-12-31 | 1.62  | 1.782  |
        | 72083900 | BR      | 2027-01-01 | 1.62  | 1.944  |
        | 72083900 | BR      | 2027-12-31 | 1.62  | 1.944  |
        | 72083900 | BR      | 2028-01-01 | 1.62  | 2.106  |
        | 72083900 | BR      | 2034-05-10 | 1.62  | 2.106  |
        | 72083900 | CN      | 2026-05-10 | 3.187 | 3.5057 |
        | 72083900 | CN      | 2028-05-10 | 3.187 | 4.1431 |
        | 72091690 | KY      | 2026-05-10 | 4.101 | 4.5111 |
        | 76011010 | CN      | 2026-05-10 | 3     | 3.3    |
        | 25232900 | CN      | 2026-05-10 | 1.42  | 1.562  |
        | 31021019 | DZ      | 2026-02-10 | 1.41  | 1.4241 |
        | 31021019 | DZ      | 2028-02-10 | 1.41  | 1.4241 |
        | 72031000 | AU      | 2026-05-10 | 1.325 | 1.4575 |
        | 72031000 | BR      | 2030-05-10 | 1.325 | 1.7225 |
        | 28041000 | CN      | 2026-05-10 | 26.64 | 29.304 |
        | 72031000 | unknown | 2026-05-10 | 4.2   | 4.62   |
        | 72061000 | unknown | 2026-05-10 | 8.21  | 9.031  |
        | 72061000 | unknown | 2028-05-10 | 8.21  | 10.673 |

    场景: 水泥熟料须按十位编码查
      假如 商品编码 为 25231000
      并且 原产国 为 CN
      当 按 2026-11-20 评定
      那么 量 缺省值 因参考表 defaults 待定

    场景: 本处未知其表的国家不按其他国家计
      假如 原产国 为 LR
      当 按 2026-11-20 评定
      那么 量 缺省值 因参考表 defaults 待定

  规则: 按 B 列的免费分配
    背景:
      假如 下列查表
        | 量                | 名称             | 单位    | 列       | 参考表     | 键                                                                                     | 依据       |
        | retained_share    | 保留比例         |         | retained | shares     | year 为 进口日期 的年份                                                                | retained   |
        | correction        | 修正系数         |         | cscf     | shares     | year 为 进口日期 的年份                                                                | allocation |
        | benchmark_b       | B 列基准值       | tCO2e/t | value    | benchmarks | cn_code 为 商品编码; column 为 'B'; route 为 缺省值的生产路线; year 为 进口日期 的年份 | allocation |
        | benchmark_highest | 最高值路线基准值 | tCO2e/t | value    | benchmarks | cn_code 为 商品编码; column 为 'B'; route 为 最高值路线; year 为 进口日期 的年份       | allocation |
      并且 下列量
        | 量           | 名称             | 单位    | 计算                                                | 情形              | 依据                    |
        | sefa_default | 缺省单位免费分配 | tCO2e/t | 0 tCO2e/t                                           | 保留比例 为 0     | retained, year          |
        | sefa_default |                  |         | 保留比例 * 修正系数 * 最高值路线基准值              | 原产国 为 unknown | good-origin, allocation |
        | sefa_default |                  |         | 保留比例 * 修正系数 * B 列基准值                    |                   | allocation, year        |
        | net_default  | 缺省净排放       | tCO2e/t | max(缺省单位隐含排放 - 缺省单位免费分配, 0 tCO2e/t) |                   | net                     |

    场景大纲: 取保留比例, 决不取其补数
      假如 商品编码 为 <code>
      并且 原产国 为 <country>
      并且 进口日期 为 <day>
      当 按 2026-11-20 评定
      那么 量 缺省单位免费分配 为 <allocation> tCO2e/t
      并且 量 缺省净排放 为 <net> tCO2e/t

      例子:
        | code     | country | day        | allocation | net      |
        | 72083900 | BR      | 2026-05-10 | 1.33575    | 0.44625  |
        | 72083900 | BR      | 2027-05-10 | 1.3015     | 0.6425   |
        | 72083900 | BR      | 2028-05-10 | 1.233      | 0.873    |
        | 72083900 | BR      | 2030-05-10 | 0.70555    | 1.40045  |
        | 72083900 | BR      | 2034-05-10 | 0          | 2.106    |
        | 76011010 | CN      | 2026-05-10 | 1.387425   | 1.912575 |
        | 25232900 | CN      | 2026-05-10 | 0.64935    | 0.91265  |
        | 31021019 | DZ      | 2026-02-10 | 0.87945    | 0.54465  |
        | 72031000 | AU      | 2026-05-10 | 0.387075   | 1.070425 |
        | 72031000 | AU      | 2030-05-10 | 0.204455   | 1.518045 |
        | 72031000 | unknown | 2026-05-10 | 0.387075   | 4.232925 |
        | 72061000 | unknown | 2026-05-10 | 1.2558     | 7.7752   |
        | 72061000 | unknown | 2034-05-10 | 0          | 10.673   |
        | 72061000 | KY      | 2026-05-10 | 1.2558     | 2.8692   |

    场景: 2030 年以后不作猜测
      假如 进口日期 为 2031-01-01
      当 按 2026-11-20 评定
      那么 量 修正系数 因参考表 shares 待定
      并且 量 缺省单位免费分配 因参考表 shares 待定
