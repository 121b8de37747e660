"""An integer program given to OR-Tools CP-SAT and to HiGHS."""

import dataclasses
import math
import time

import highspy
import numpy
from ortools.sat.python import cp_model


@dataclasses.dataclass
class Answer:
    peer: str
    status: str  # optimal, feasible, infeasible or unknown
    seconds: float  # of solving alone
    points: int | None = None
    bound: int | None = None
    values: list | None = None


def cp_sat(program, limit):
    model = cp_model.CpModel()
    variables = [model.new_bool_var("") for _ in program.costs]
    for terms, low, high in program.rows:
        literals = [variables[x] for _, x in terms]
        if low == high == 1 and all(c == 1 for c, _ in terms):
            model.add_exactly_one(literals)
        elif (low, high) == (None, 1) and all(c == 1 for c, _ in terms):
            model.add_at_most_one(literals)
        else:
            total = sum(c * variables[x] for c, x in terms)
            if low == high:
                model.add(total == low)
            else:
                if low is not None:
                    model.add(total >= low)
                if high is not None:
                    model.add(total <= high)
    model.minimize(sum(c * variables[x] for x, c in enumerate(program.costs) if c))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = limit
    start = time.perf_counter()
    status = solver.solve(model)
    answer = Answer("CP-SAT", "unknown", time.perf_counter() - start)
    if status == cp_model.INFEASIBLE:
        answer.status = "infeasible"
        return answer
    answer.bound = math.ceil(solver.best_objective_bound - 1e-6) + program.constant
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        answer.status = "optimal" if status == cp_model.OPTIMAL else "feasible"
        answer.points = round(solver.objective_value) + program.constant
        answer.values = [solver.value(variable) for variable in variables]
    return answer


def highs(program, limit):
    count = len(program.costs)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", float(limit))
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.999)  # Points are whole numbers.
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = count, len(program.rows)
    lp.col_cost_ = numpy.array(program.costs, dtype=float)
    lp.col_lower_, lp.col_upper_ = numpy.zeros(count), numpy.ones(count)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * count
    infinity = highspy.kHighsInf
    lp.row_lower_ = numpy.array([-infinity if low is None else low for _, low, _ in program.rows], dtype=float)
    lp.row_upper_ = numpy.array([infinity if high is None else high for _, _, high in program.rows], dtype=float)
    matrix = lp.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = numpy.cumsum([0] + [len(terms) for terms, _, _ in program.rows])
    matrix.index_ = numpy.array([x for terms, _, _ in program.rows for _, x in terms])
    matrix.value_ = numpy.array([c for terms, _, _ in program.rows for c, _ in terms], dtype=float)
    solver.passModel(lp)
    start = time.perf_counter()
    solver.run()
    answer = Answer("HiGHS", "unknown", time.perf_counter() - start)
    status, info = solver.getModelStatus(), solver.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        answer.status = "infeasible"
        return answer
    if math.isfinite(info.mip_dual_bound):
        answer.bound = math.ceil(info.mip_dual_bound - 1e-4) + program.constant
    if math.isfinite(info.objective_function_value) and info.primal_solution_status == 2:
        optimal = status == highspy.HighsModelStatus.kOptimal
        answer.status = "optimal" if optimal else "feasible"
        answer.points = round(info.objective_function_value) + program.constant
        answer.values = list(solver.getSolution().col_value)
    return answer
