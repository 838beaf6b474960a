-- Diễn biến đúng hạn của một tỉnh / A province's punctuality by month
SELECT period_end, numerator, denominator, value
FROM trend('on_time_rate', 'H47')
ORDER BY period_end
