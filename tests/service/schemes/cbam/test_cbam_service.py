"""DeclareGoods: a server declares a year of goods as the command does by itself, and names the cell that is wrong."""

from pathlib import Path

import httpx
import pytest

from tests.support.calling import refused
from tests.support.cbam_declaring import EXAMPLE, PRECURSORS, declare, document
from tests.support.running import ROOT, RunningServer
from touchstone.v1.cbam_service_pb2 import DeclareGoodsRequest, GoodsFile
from touchstone.v1.cbam_service_pb2_grpc import CbamServiceStub


@pytest.mark.full
def test_a_server_declares_as_the_command_does(tmp_path: Path) -> None:
    with RunningServer(tmp_path, ROOT / "scorecards", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0") as server:
        for language in ("en", "zh"):
            spoken = ("--precursors", str(PRECURSORS), "--language", language)
            here, there = (declare(EXAMPLE, *spoken, *more) for more in ((), ("--server", server.address)))
            assert (there.exit_code, there.stdout, there.stderr) == (here.exit_code, here.stdout, here.stderr)
            assert document(EXAMPLE, *spoken, "--server", server.address) == document(EXAMPLE, *spoken)
        refusal = refused(
            CbamServiceStub(server.channel).DeclareGoods, DeclareGoodsRequest(goods=GoodsFile(content=b"x"))
        )
        status = httpx.post(f"{server.http}/v1/goods:declare", json={"goods": {"content": "eA=="}}, timeout=60).json()
    assert "A1" in refusal.violations
    assert status["details"][1]["fieldViolations"][0]["field"] == "A1"
