"""Pages of goods: costs at three borders, ledgers, declarations, and questions to suppliers."""

from __future__ import annotations

from service.schemes.cbam.pages import borders, suppliers
from service.workbench.page import ProductPages

PAGES = ProductPages(
    (*borders.PAGES, *suppliers.PAGES),
    waiting_sources=(((suppliers.DECIDE,), suppliers.load_supplier_work),),
    limited_calls=(borders.COMPARE, borders.DECLARE, borders.PRICE),
)
