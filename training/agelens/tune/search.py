"""Bayesian search over learning rate, weight decay and how strongly the average follows, by Optuna's TPE."""

from pathlib import Path

import optuna
from optuna.trial import FrozenTrial, Trial, TrialState

from agelens.config import Config
from agelens.tune.trials import DECAY, RATE, Outcome, run_trial, write_trials

AVERAGE = "optimiser.ema_decay"
_TRIED = "metric"


def search(config: Config, trials: int, data: Path, out: Path) -> FrozenTrial:
    """Run until `trials` trials are complete, counting those of earlier calls; returns the best one.

    OUT/study.db is Optuna's own file (`optuna-dashboard sqlite:///OUT/study.db` shows it); OUT/search.csv lists the
    complete trials. A trial that was interrupted is taken up again first, from its last checkpoint.
    """
    out.mkdir(parents=True, exist_ok=True)
    study = optuna.create_study(
        study_name=config.name,
        storage=f"sqlite:///{out / 'study.db'}",
        sampler=optuna.samplers.TPESampler(seed=config.seed),
        load_if_exists=True,
    )
    _take_up_again(study)
    while len(_complete(study)) < trials:
        study.optimize(lambda trial: _cost(trial, config, data, out), n_trials=1)
        _write(study, out)
    best = study.best_trial
    chosen = ", ".join(f"{key.split('.')[-1]} = {value:.3g}" for key, value in best.params.items())
    print(f"best of {len(_complete(study))}: {chosen} with {best.user_attrs[_TRIED]} {best.user_attrs['value']:.3f}")
    return best


def _cost(trial: Trial, config: Config, data: Path, out: Path) -> float:
    changes = {
        RATE: trial.suggest_float(RATE, 1e-4, 3e-2, log=True),
        DECAY: trial.suggest_float(DECAY, 1e-4, 3e-1, log=True),
        AVERAGE: trial.suggest_float(AVERAGE, 0.9, 0.9995),
    }
    outcome = run_trial(config, changes, data, out)
    trial.set_user_attr(_TRIED, outcome.metric)
    trial.set_user_attr("value", outcome.value)
    trial.set_user_attr("loss", outcome.loss)
    return outcome.cost


def _take_up_again(study: optuna.Study) -> None:
    """Trials that a killed process left behind would stay "running" for ever."""
    for trial in study.get_trials(states=(TrialState.RUNNING,)):
        study.tell(trial.number, state=TrialState.FAIL)
        if trial.params:
            study.enqueue_trial(trial.params)


def _complete(study: optuna.Study) -> list[FrozenTrial]:
    return study.get_trials(states=(TrialState.COMPLETE,))


def _write(study: optuna.Study, out: Path) -> None:
    rows = [
        (trial.params, Outcome(trial.user_attrs[_TRIED], trial.user_attrs["value"], trial.user_attrs["loss"]))
        for trial in _complete(study)
    ]
    if rows:
        write_trials(out / "search.csv", rows)
