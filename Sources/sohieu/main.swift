print("sohieu")
