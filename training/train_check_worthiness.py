"""Makes the check-worthiness model again: `python training/train_check_worthiness.py --data … --weights … --out …`.

See README.md in this folder for what to install and where the inputs come from.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import torch
from check_worthiness import minilm, packing, sentences, tuning
from safetensors.torch import load_file, save_file

WEIGHT_HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
SEEDS = (20240, 20241, 20242)
"""The weights shipped are the mean of one fine-tuning a seed: as good as asking all three, at the price of one."""


def main() -> None:
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    for name, expected in WEIGHT_HASHES.items():
        if hashlib.sha256((options.weights / name).read_bytes()).hexdigest() != expected:
            raise SystemExit(f"{options.weights / name} is another file than the one this model is made from.")
    split = sentences.split_by_debate(sentences.read_sentences(options.data / "claimbuster"))
    print(f"{len(split.train)} sentences to train on, {len(split.held_out)} held out")
    tuned = options.tuned or options.out / "tuned.safetensors"
    if options.tuned is None:
        save_file(_mean_of_seeds(split, options.weights).state_dict(), tuned)
    model = minilm.WorthinessModel()
    model.load_state_dict(load_file(tuned))
    shutil.copyfile(options.weights / "tokenizer.json", options.out / "tokenizer.json")
    packing.pack(model.eval(), split, _made_from(), options.out)


def _made_from() -> dict[str, object]:
    recipe = tuning.Recipe().as_dict()
    del recipe["seed"]
    return {"claimbuster": sentences.HASHES, "minilm": WEIGHT_HASHES, "seeds": SEEDS, "recipe": recipe}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with claimbuster/")
    parser.add_argument(
        "--weights", type=Path, required=True, help="folder with MiniLM's model.safetensors, tokenizer.json"
    )
    parser.add_argument("--out", type=Path, required=True, help="where the model's files are written")
    parser.add_argument("--tuned", type=Path, help="tuned.safetensors of an earlier run: pack it again, don't train")
    return parser.parse_args()


def _mean_of_seeds(split: sentences.Split, weights: Path) -> minilm.WorthinessModel:
    words = tuning.reader(weights / "tokenizer.json")
    states = []
    for seed in SEEDS:
        recipe = replace(tuning.Recipe(), seed=seed)
        torch.manual_seed(seed)
        start = minilm.pretrained(weights / "model.safetensors")
        tuned = tuning.fine_tune(
            start, split.train, words, recipe, lambda epoch, _: print(f"epoch {epoch} done", flush=True)
        )
        log_odds = tuning.log_odds(tuned, [s.text for s in split.held_out], words)
        print(f"seed {seed}: {packing.ranking_figures(log_odds, split.held_out)}", flush=True)
        states.append(tuned.state_dict())
    mean = minilm.WorthinessModel()
    mean.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    return mean.eval()


if __name__ == "__main__":
    main()
