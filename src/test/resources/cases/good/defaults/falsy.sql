-- ---
-- params:
--   - { paramName: zero, type: number, value: 0 }
--   - { paramName: no, type: boolean, value: false }
--   - { paramName: nothing, type: text, value: "" }
--   - { paramName: none, type: text, value: ~ }
--   - { paramName: required, type: text, required: true }
--   - { paramName: nullable, type: number, nullable: true, value: 5 }
-- ---
SELECT symbol FROM monthly_stock_prices WHERE close_usd > :zero AND (:no OR symbol <> :nothing OR symbol <> :none OR symbol = :required OR close_usd > :nullable)
