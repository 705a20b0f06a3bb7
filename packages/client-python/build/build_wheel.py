"""Builds the wheel and the source archive (PEP 517) by the standard library alone, so that no network is needed."""

import base64
import hashlib
import io
import pathlib
import re
import tarfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
# When nothing else is told, archives of the same files are the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def _field(name):
    return re.search(rf'^{name} = "(.*)"$', PROJECT, re.MULTILINE).group(1)


NAME = _field("name").replace("-", "_")
VERSION = _field("version")
DIST_INFO = f"{NAME}-{VERSION}.dist-info"


def _metadata():
    head = [
        "Metadata-Version: 2.1",
        f"Name: {_field('name')}",
        f"Version: {VERSION}",
        f"Summary: {_field('description')}",
        f"Requires-Python: {_field('requires-python')}",
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(head) + "\n\n" + (ROOT / "README.md").read_text(encoding="utf-8")


def _package():
    return sorted(path for path in (ROOT / "scrip").iterdir() if path.suffix in (".py", ".pyi") or path.name == "py.typed")


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    files = {f"scrip/{path.name}": path.read_bytes() for path in _package()}
    files[f"{DIST_INFO}/LICENSE"] = (ROOT / "LICENSE").read_bytes()
    files[f"{DIST_INFO}/METADATA"] = _metadata().encode("utf-8")
    files[f"{DIST_INFO}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: scrip\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in files.items()]
    files[f"{DIST_INFO}/RECORD"] = ("\n".join([*record, f"{DIST_INFO}/RECORD,,"]) + "\n").encode("utf-8")
    wheel = f"{NAME}-{VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return wheel


def build_sdist(sdist_directory, config_settings=None):
    base = f"{NAME}-{VERSION}"
    own = ["pyproject.toml", "README.md", "LICENSE", "build/build_wheel.py"]
    files = {name: (ROOT / name).read_bytes() for name in own}
    files.update({f"scrip/{path.name}": path.read_bytes() for path in _package()})
    files["PKG-INFO"] = _metadata().encode("utf-8")
    with tarfile.open(pathlib.Path(sdist_directory) / f"{base}.tar.gz", "w:gz") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(f"{base}/{name}")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return f"{base}.tar.gz"


def _digest(data):
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
