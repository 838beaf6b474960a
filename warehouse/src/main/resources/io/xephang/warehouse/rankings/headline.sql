SELECT
  scope, units, numerator, denominator, mean_rate, below_10_percent,
  target, target_due, reaching_target, distance_to_target
FROM headline(?, ?, basis := ?, period_type := ?)
ORDER BY scope
